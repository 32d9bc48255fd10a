package com.phonepay.events.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.phonepay.events.AccountRegistered;
import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Payload;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.SettlementChanged;
import com.phonepay.kernel.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event's JSON, fields in a fixed order, so that publishing again writes the same bytes. What is absent is
 * left out. Money is written twice: in paise for programs, in decimal rupees for people.
 */
public final class PayloadWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_BYTES = 512;

    private final JsonGenerator out;

    private PayloadWriter(JsonGenerator out) {
        this.out = out;
    }

    public static byte[] write(Payload payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            new PayloadWriter(generator).fields(payload);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private void fields(Payload payload) throws IOException {
        if (payload instanceof PaymentEnded ended) {
            payment(ended);
        } else if (payload instanceof LedgerPosted posted) {
            posting(posted);
        } else if (payload instanceof AttemptWasScreened attempt) {
            attempt(attempt);
        } else if (payload instanceof SettlementChanged settlement) {
            settlement(settlement);
        } else if (payload instanceof AccountRegistered account) {
            account(account);
        }
    }

    private void account(AccountRegistered account) throws IOException {
        text("account_id", account.accountId());
        text("name", account.name());
        text("vpa", account.vpa());
        AccountRegistered.MerchantTerms merchant = account.merchant();
        if (merchant != null) {
            text("owner_id", merchant.ownerId());
            out.writeNumberField("mdr_basis_points", merchant.mdrBasisPoints());
            out.writeNumberField("tax_basis_points", merchant.taxBasisPoints());
        }
        time("registered_at", account.at());
    }

    private void payment(PaymentEnded ended) throws IOException {
        text("transaction_id", ended.transactionId());
        text("kind", ended.kind().name());
        text("status", ended.status().name());
        text("original_transaction_id", ended.originalTransactionId());
        text("payer_id", ended.payerId());
        text("payee_id", ended.payeeId());
        text("merchant_id", ended.merchantId());
        money("amount", ended.amount());
        text("note", ended.note());
        text("utr", ended.utr());
        if (ended.fraudScore() != null) {
            out.writeNumberField("fraud_score", ended.fraudScore());
        }
        text("reason", ended.reason());
        texts("reasons", ended.reasons());
        time("initiated_at", ended.initiatedAt());
        time("completed_at", ended.completedAt());
    }

    private void posting(LedgerPosted posted) throws IOException {
        text("account_id", posted.accountId());
        text("entry_id", posted.entryId());
        text("entry_kind", posted.entryKind());
        text("type", posted.type().name());
        money("amount", posted.amount());
        money("balance_after", posted.balanceAfter());
        text("counterparty_id", posted.counterpartyId());
        text("system_account", posted.systemAccount());
        if (posted.version() != null) {
            out.writeNumberField("version", posted.version());
        }
        time("timestamp", posted.at());
    }

    private void attempt(AttemptWasScreened attempt) throws IOException {
        text("transaction_id", attempt.transactionId());
        text("payer_id", attempt.payerId());
        text("payee_id", attempt.payeeId());
        money("amount", attempt.amount());
        out.writeNumberField("score", attempt.score());
        text("verdict", attempt.blocked() ? "BLOCKED" : "ALLOWED");
        texts("reasons", attempt.reasons());
        time("screened_at", attempt.at());
    }

    private void settlement(SettlementChanged batch) throws IOException {
        text("merchant_id", batch.merchantId());
        text("batch_id", batch.batchId());
        text("status", batch.status().name());
        money("gross", batch.gross());
        money("refunds", batch.refunds());
        money("fee", batch.fee());
        money("tax", batch.tax());
        money("net", batch.net());
        out.writeNumberField("payment_count", batch.paymentCount());
        time("opened_at", batch.openedAt());
        time("closed_at", batch.closedAt());
        time("settled_at", batch.settledAt());
        text("payout_reference", batch.payoutReference());
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    private void texts(String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private void money(String name, @Nullable Money value) throws IOException {
        if (value != null) {
            out.writeNumberField(name + "_paise", value.paise());
            out.writeStringField(name, value.toRupees());
        }
    }

    private void time(String name, @Nullable Long at) throws IOException {
        if (at != null) {
            out.writeStringField(name, Instant.ofEpochMilli(at).toString());
        }
    }
}
