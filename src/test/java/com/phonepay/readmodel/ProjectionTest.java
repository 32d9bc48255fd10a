package com.phonepay.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.AccountRegistered;
import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Payload;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.SettlementChanged;
import com.phonepay.events.Topic;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which documents events make. */
final class ProjectionTest {
    private static final EventId ID = new EventId(new SliceAddress(SliceType.WALLETS, 3), 1204, 7);
    /** Half past midnight in Kolkata, the day before in Greenwich. */
    private static final long AT = 1_769_799_600_000L;

    @Test
    void aDocumentSaysWhereItComesFrom() {
        assertThat(only(Topic.WALLET_LEDGER, posted(1L)).origin()).isEqualTo(new Origin("wallets-3", 1204, 7));
    }

    @Test
    void entriesOfAnAccountSortAsTheyWerePosted() {
        assertThat(only(Topic.WALLET_LEDGER, posted(9L)).id())
                .isLessThan(only(Topic.WALLET_LEDGER, posted(10L)).id())
                .startsWith("asha:");
    }

    @Test
    void anEntryOfASystemAccountIsNamedByItsEvent() {
        assertThat(only(Topic.WALLET_LEDGER, posted(null)).id()).isEqualTo("asha:wallets-3:1204:7");
    }

    @Test
    void daysAreThoseOfKolkata() {
        assertThat(only(Topic.WALLET_LEDGER, posted(1L)).fields()).containsEntry("day", "2026-01-31");
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        PaymentEnded failed = new PaymentEnded(
                "T1",
                PaymentEnded.Kind.PAYMENT,
                PaymentEnded.Status.FAILED,
                null,
                "asha",
                "ravi",
                null,
                Money.ofPaise(1234),
                "",
                null,
                null,
                "insufficient_balance",
                List.of(),
                AT,
                AT + 5);
        ViewDocument document = only(Topic.PAYMENT_FAILED, failed);
        assertThat(document.id()).isEqualTo("T1");
        assertThat(document.fields())
                .containsEntry("amount_paise", 1234L)
                .containsEntry("at", AT + 5)
                .doesNotContainKeys("utr", "fraud_score", "merchant_id", "original_transaction_id");
    }

    @Test
    void aWindowIsOneDocumentInItsLatestState() {
        SettlementChanged open = window(SettlementChanged.Status.OPEN, null);
        SettlementChanged settled = window(SettlementChanged.Status.SETTLED, AT + 9);
        assertThat(only(Topic.SETTLEMENT_BATCHES, open).id())
                .isEqualTo(only(Topic.SETTLEMENT_BATCHES, settled).id());
        assertThat(only(Topic.SETTLEMENT_BATCHES, settled).fields())
                .containsEntry("settled_at", AT + 9)
                .containsEntry("net_paise", 976L);
    }

    @Test
    void aProfileShowsNothingButNameAndAddress() {
        ViewDocument profile =
                only(Topic.ACCOUNT_PROFILES, new AccountRegistered("asha", "Asha", "asha@phonepay", null, AT));
        assertThat(profile.view()).isEqualTo(View.PROFILES);
        assertThat(profile.fields()).containsOnlyKeys("name", "vpa", "at");
    }

    @Test
    void aMerchantHasAnOwnerAndAFeePlanBesideItsProfile() {
        AccountRegistered chai = new AccountRegistered(
                "chai", "Chai Point", "chai@phonepay", new AccountRegistered.MerchantTerms("asha", 200, 1_800), AT);
        List<ViewDocument> documents = Projection.of(event(Topic.ACCOUNT_PROFILES, chai));
        assertThat(documents).extracting(ViewDocument::view).containsExactly(View.PROFILES, View.MERCHANTS);
        assertThat(documents.get(0).fields()).containsOnlyKeys("name", "vpa", "at");
        assertThat(documents.get(1).id()).isEqualTo("chai");
        assertThat(documents.get(1).fields())
                .containsEntry("owner_id", "asha")
                .containsEntry("vpa", "chai@phonepay")
                .containsEntry("mdr_basis_points", 200L)
                .containsEntry("tax_basis_points", 1_800L)
                .doesNotContainKey("email");
    }

    @Test
    void screeningMakesNoDocument() {
        AttemptWasScreened screened =
                new AttemptWasScreened("T1", "asha", "ravi", Money.ofPaise(1), 0.1, false, List.of(), AT);
        assertThat(Projection.of(event(Topic.FRAUD_SCREENED, screened))).isEmpty();
    }

    private static LedgerPosted posted(@Nullable Long version) {
        return new LedgerPosted(
                "asha",
                "T1",
                "PAYMENT",
                LedgerPosted.Type.DEBIT,
                Money.ofPaise(100),
                Money.ofPaise(900),
                "ravi",
                "clearing",
                version,
                AT);
    }

    private static SettlementChanged window(SettlementChanged.Status status, @Nullable Long settledAt) {
        return new SettlementChanged(
                "chai",
                "chai-w000001",
                status,
                Money.ofPaise(1000),
                Money.ZERO,
                Money.ofPaise(20),
                Money.ofPaise(4),
                Money.ofPaise(976),
                1,
                AT,
                null,
                settledAt,
                null);
    }

    private static ViewDocument only(Topic topic, Payload payload) {
        List<ViewDocument> documents = Projection.of(event(topic, payload));
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static CommittedEvent event(Topic topic, Payload payload) {
        return new CommittedEvent(ID, 2, topic, "asha", AT, payload);
    }
}
