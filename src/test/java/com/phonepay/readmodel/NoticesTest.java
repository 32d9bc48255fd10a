package com.phonepay.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.PaymentEnded.Kind;
import com.phonepay.events.PaymentEnded.Status;
import com.phonepay.events.Topic;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told what about which outcome. */
final class NoticesTest {
    private static final EventId ID = new EventId(new SliceAddress(SliceType.TRANSACTIONS, 3), 1204, 7);
    private static final long AT = 1_769_799_600_000L;

    @ParameterizedTest(name = "{0} {1} {2}: {3} to the payer, {4} to the payee")
    @CsvSource({
        "PAYMENT, SUCCESS, ,                     PAYMENT_SENT,    PAYMENT_RECEIVED",
        "PAYMENT, FAILED,  insufficient_balance, PAYMENT_FAILED,  PAYMENT_NOT_RECEIVED",
        "PAYMENT, FAILED,  payee_cannot_receive, PAYMENT_FAILED,  PAYMENT_NOT_RECEIVED",
        "PAYMENT, FAILED,  fraud_unavailable,    PAYMENT_FAILED,  PAYMENT_NOT_RECEIVED",
        "PAYMENT, FAILED,  some_later_reason,    PAYMENT_FAILED,  PAYMENT_NOT_RECEIVED",
        "PAYMENT, BLOCKED, fraud,                PAYMENT_BLOCKED, PAYMENT_NOT_RECEIVED",
        "REFUND,  SUCCESS, ,                     REFUND_SENT,     REFUND_RECEIVED",
        "REFUND,  FAILED,  insufficient_balance, REFUND_FAILED,   REFUND_NOT_RECEIVED",
        "REFUND,  BLOCKED, fraud,                REFUND_FAILED,   REFUND_NOT_RECEIVED",
    })
    void tellsBothSidesOfEveryOutcome(
            Kind kind, Status status, @Nullable String reason, String toPayer, String toPayee) {
        List<Notification> told = Notices.of(ended(kind, status, reason));
        assertThat(told).extracting(Notification::kind).containsExactly(toPayer, toPayee);
        assertThat(told).extracting(one -> one.user().value()).containsExactly("asha", "ravi");
        assertThat(told).extracting(Notification::counterparty).containsExactly("ravi", "asha");
        assertThat(told)
                .extracting(Notification::id)
                .containsExactly("transactions-3:1204:7:asha", "transactions-3:1204:7:ravi");
        for (Notification one : told) {
            assertThat(one.amount()).isEqualTo(Money.ofPaise(1_050));
            assertThat(one.transactionId()).isEqualTo("T1");
            assertThat(one.at()).isEqualTo(AT + 5);
            assertThat(one.message()).contains("10.50").doesNotContain("null");
            assertThat(one.title()).doesNotContain("null");
        }
    }

    @Test
    void saysThatNoMoneyHasMovedExactlyWhereNoneHas() {
        for (Status status : Status.values()) {
            for (Kind kind : Kind.values()) {
                for (Notification one : Notices.of(ended(kind, status, "fraud"))) {
                    boolean moved = status == Status.SUCCESS;
                    assertThat(one.message().contains("No money has moved"))
                            .as("%s %s: %s", kind, status, one.message())
                            .isNotEqualTo(moved);
                    assertThat(one.message().contains("UTR 003000000001")).isEqualTo(moved);
                }
            }
        }
    }

    @Test
    void tellsThePayeeNothingOfTheReasons() {
        Notification toPayee =
                Notices.of(ended(Kind.PAYMENT, Status.BLOCKED, "fraud")).get(1);
        assertThat(toPayee.message().toLowerCase(Locale.ROOT)).doesNotContain("fraud", "large");
        assertThat(Notices.of(ended(Kind.PAYMENT, Status.FAILED, "insufficient_balance"))
                        .get(1)
                        .message())
                .doesNotContain("enough money");
    }

    @Test
    void makesTheSameMessagesOfTheSameEvent() {
        CommittedEvent event = ended(Kind.PAYMENT, Status.SUCCESS, null);
        assertThat(Notices.of(event)).isEqualTo(Notices.of(event));
        assertThat(Projection.withMessages(event))
                .extracting(ViewDocument::view)
                .containsExactly(View.TRANSACTIONS, View.NOTIFICATIONS, View.NOTIFICATIONS);
        assertThat(Projection.of(event)).extracting(ViewDocument::view).containsExactly(View.TRANSACTIONS);
    }

    private static CommittedEvent ended(Kind kind, Status status, @Nullable String reason) {
        boolean moved = status == Status.SUCCESS;
        PaymentEnded payload = new PaymentEnded(
                "T1",
                kind,
                status,
                kind == Kind.REFUND ? "T0" : null,
                "asha",
                "ravi",
                null,
                Money.ofPaise(1_050),
                "lunch",
                moved ? "003000000001" : null,
                0.1,
                moved ? null : reason,
                List.of("The amount is large"),
                AT,
                AT + 5);
        Topic topic = moved ? Topic.PAYMENT_COMPLETED : Topic.PAYMENT_FAILED;
        return new CommittedEvent(ID, 2, topic, "T1", AT, payload);
    }
}
