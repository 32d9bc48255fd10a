package com.phonepay.readmodel;

import com.phonepay.events.AccountRegistered;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.SettlementChanged;
import com.phonepay.events.Topic;
import com.phonepay.kernel.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which documents an event makes. The same event makes the same documents, whether it comes from Kafka or is read from
 * the journal again.
 */
public final class Projection {
    /** What the journal tells of, and can be made anew from it. An alert is what somebody thought at the time. */
    public static final Set<View> VIEWS = Set.copyOf(EnumSet.complementOf(EnumSet.of(View.FRAUD_ALERTS)));

    /** What has to be consumed for that. */
    public static final Set<Topic> TOPICS = Set.copyOf(EnumSet.of(
            Topic.PAYMENT_COMPLETED,
            Topic.PAYMENT_FAILED,
            Topic.WALLET_LEDGER,
            Topic.SETTLEMENT_BATCHES,
            Topic.ACCOUNT_PROFILES));

    private Projection() {}

    /** All documents of an event, with the messages that whoever sends them has stored. */
    public static List<ViewDocument> withMessages(CommittedEvent event) {
        List<ViewDocument> documents = new ArrayList<>(of(event));
        Notices.of(event).forEach(message -> documents.add(message.document()));
        return documents;
    }

    /** None for events that no view is about. Without messages: those are stored by whoever sends them. */
    public static List<ViewDocument> of(CommittedEvent event) {
        Origin origin = origin(event.id());
        if (event.payload() instanceof PaymentEnded ended) {
            return List.of(transaction(origin, ended));
        } else if (event.payload() instanceof LedgerPosted posted) {
            return List.of(entry(origin, posted));
        } else if (event.payload() instanceof SettlementChanged changed) {
            return List.of(settlement(origin, changed));
        } else if (event.payload() instanceof AccountRegistered registered) {
            return account(origin, registered);
        }
        return List.of();
    }

    public static Origin origin(EventId id) {
        return new Origin(id.slice().toString(), id.sequence(), id.index());
    }

    private static ViewDocument transaction(Origin origin, PaymentEnded ended) {
        return new ViewDocument(
                View.TRANSACTIONS,
                ended.transactionId(),
                origin,
                new FieldMap()
                        .with("kind", ended.kind().name())
                        .with("status", ended.status().name())
                        .with("original_transaction_id", ended.originalTransactionId())
                        .with("payer_id", ended.payerId())
                        .with("payee_id", ended.payeeId())
                        .with("merchant_id", ended.merchantId())
                        .with("amount_paise", ended.amount().paise())
                        .with("note", ended.note())
                        .with("utr", ended.utr())
                        .with("fraud_score", ended.fraudScore())
                        .with("reason", ended.reason())
                        .with("reasons", ended.reasons())
                        .with("initiated_at", ended.initiatedAt())
                        .with("at", ended.completedAt())
                        .with("day", Days.of(ended.completedAt()))
                        .all());
    }

    private static ViewDocument entry(Origin origin, LedgerPosted posted) {
        Money balance = posted.balanceAfter();
        return new ViewDocument(
                View.LEDGER,
                entryId(origin, posted.accountId(), posted.version()),
                origin,
                new FieldMap()
                        .with("account_id", posted.accountId())
                        .with("transaction_id", posted.entryId())
                        .with("entry_kind", posted.entryKind())
                        .with("type", posted.type().name())
                        .with("amount_paise", posted.amount().paise())
                        .with("balance_after_paise", balance == null ? null : balance.paise())
                        .with("counterparty_id", posted.counterpartyId())
                        .with("system_account", posted.systemAccount())
                        .with("version", posted.version())
                        .with("at", posted.at())
                        .with("day", Days.of(posted.at()))
                        .all());
    }

    /** Ids of one account sort as its postings do. A system account has a stripe in each slice, and no count of its own. */
    private static String entryId(Origin origin, String account, @Nullable Long version) {
        return version == null ? account + ":" + origin : String.format(Locale.ROOT, "%s:%012d", account, version);
    }

    private static ViewDocument settlement(Origin origin, SettlementChanged changed) {
        return new ViewDocument(
                View.SETTLEMENTS,
                changed.batchId(),
                origin,
                new FieldMap()
                        .with("merchant_id", changed.merchantId())
                        .with("status", changed.status().name())
                        .with("gross_paise", changed.gross().paise())
                        .with("refunds_paise", changed.refunds().paise())
                        .with("fee_paise", changed.fee().paise())
                        .with("tax_paise", changed.tax().paise())
                        .with("net_paise", changed.net().paise())
                        .with("payment_count", changed.paymentCount())
                        .with("at", changed.openedAt())
                        .with("closed_at", changed.closedAt())
                        .with("settled_at", changed.settledAt())
                        .with("payout_reference", changed.payoutReference())
                        .all());
    }

    private static List<ViewDocument> account(Origin origin, AccountRegistered registered) {
        AccountRegistered.MerchantTerms merchant = registered.merchant();
        ViewDocument profile = profile(origin, registered);
        return merchant == null ? List.of(profile) : List.of(profile, merchant(origin, registered, merchant));
    }

    private static ViewDocument merchant(
            Origin origin, AccountRegistered registered, AccountRegistered.MerchantTerms merchant) {
        return new ViewDocument(
                View.MERCHANTS,
                registered.accountId(),
                origin,
                new FieldMap()
                        .with("name", registered.name())
                        .with("vpa", registered.vpa())
                        .with("owner_id", merchant.ownerId())
                        .with("mdr_basis_points", (long) merchant.mdrBasisPoints())
                        .with("tax_basis_points", (long) merchant.taxBasisPoints())
                        .with("at", registered.at())
                        .all());
    }

    private static ViewDocument profile(Origin origin, AccountRegistered registered) {
        return new ViewDocument(
                View.PROFILES,
                registered.accountId(),
                origin,
                new FieldMap()
                        .with("name", registered.name())
                        .with("vpa", registered.vpa())
                        .with("at", registered.at())
                        .all());
    }
}
