package com.phonepay.worker.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.Topic;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.payment.Mailboxes;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Notification;
import com.phonepay.readmodel.Notifications;
import com.phonepay.readmodel.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored and sent, in which order, and what becomes of it where a part fails. */
final class NotificationWorkerTest {
    private final Map<String, Notification> stored = new LinkedHashMap<>();
    private final List<String> sent = new ArrayList<>();
    private @Nullable Exception storeFault;
    private @Nullable Exception sendFault;
    private @Nullable Exception directoryFault;

    private final Notifications notifications = new Notifications() {
        @Override
        public CompletionStage<Void> store(List<Notification> messages) {
            if (storeFault != null) {
                return CompletableFuture.failedFuture(storeFault);
            }
            messages.forEach(message -> stored.putIfAbsent(message.id(), message));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Page<Notification>> of(AccountId user, int limit, @Nullable Cursor after) {
            throw new AssertionError("the worker does not read");
        }
    };

    private final Mailboxes mailboxes = account -> directoryFault == null
            ? CompletableFuture.completedFuture(
                    account.value().equals("nobody")
                            ? Optional.empty()
                            : Optional.of(account.value() + "@mail.example.com"))
            : CompletableFuture.failedFuture(directoryFault);

    private final NotificationWorker worker = new NotificationWorker(notifications, mailboxes, (message, address) -> {
        if (sendFault != null) {
            return CompletableFuture.failedFuture(sendFault);
        }
        assertThat(stored).containsKey(message.id());
        sent.add(message.kind() + " to " + address);
        return CompletableFuture.completedFuture(null);
    });

    @Test
    void storesFirstAndThenWritesToTheOwnAddressOfEach() {
        handle(ended(1, "ravi"));
        assertThat(stored).hasSize(2);
        assertThat(sent)
                .containsExactly("PAYMENT_SENT to asha@mail.example.com", "PAYMENT_RECEIVED to ravi@mail.example.com");
    }

    @Test
    void storesARepeatedEventOnceAndUnderTheSameIds() {
        handle(ended(1, "ravi"));
        handle(ended(1, "ravi"));
        assertThat(stored).hasSize(2);
    }

    @Test
    void goesOnWhereAnAccountDoesNotExist() {
        handle(ended(1, "nobody"), ended(2, "ravi"));
        assertThat(stored).hasSize(4);
        assertThat(sent).hasSize(3).noneMatch(line -> line.contains("nobody"));
    }

    @Test
    void failsSoThatItIsTriedAgainWhereAnyPartFails() {
        storeFault = new IOException("no store");
        assertThatThrownBy(() -> handle(ended(1, "ravi"))).hasMessageContaining("no store");
        assertThat(sent).isEmpty();
        storeFault = null;
        directoryFault = new IOException("no directory");
        assertThatThrownBy(() -> handle(ended(1, "ravi"))).hasMessageContaining("no directory");
        directoryFault = null;
        sendFault = new IOException("no mail server");
        assertThatThrownBy(() -> handle(ended(1, "ravi"))).hasMessageContaining("no mail server");
        sendFault = null;
        handle(ended(1, "ravi"));
        assertThat(stored).hasSize(2);
        assertThat(sent).hasSize(2);
    }

    private void handle(CommittedEvent... events) {
        worker.handle(List.of(events)).toCompletableFuture().join();
    }

    private static CommittedEvent ended(int number, String payee) {
        EventId id = new EventId(new SliceAddress(SliceType.TRANSACTIONS, 3), number, 0);
        PaymentEnded payload = new PaymentEnded(
                "T" + number,
                PaymentEnded.Kind.PAYMENT,
                PaymentEnded.Status.SUCCESS,
                null,
                "asha",
                payee,
                null,
                Money.ofPaise(1_050),
                "lunch",
                "003000000001",
                0.1,
                null,
                List.of(),
                1_769_799_600_000L,
                1_769_799_600_005L);
        return new CommittedEvent(id, 2, Topic.PAYMENT_COMPLETED, "T" + number, payload.completedAt(), payload);
    }
}
