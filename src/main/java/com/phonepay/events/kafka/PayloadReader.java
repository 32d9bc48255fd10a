package com.phonepay.events.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.events.AccountRegistered;
import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Payload;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.SettlementChanged;
import com.phonepay.events.Topic;
import java.io.IOException;

/** Reads a record's JSON. Unknown fields are skipped: a later version may have more. */
final class PayloadReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PayloadReader() {}

    static Payload read(Topic topic, byte[] value) throws MalformedRecordException {
        JsonFields fields = new JsonFields(parse(value));
        return switch (topic) {
            case PAYMENT_COMPLETED, PAYMENT_FAILED -> payment(fields);
            case WALLET_LEDGER -> posting(fields);
            case FRAUD_SCREENED -> attempt(fields);
            case SETTLEMENT_BATCHES -> settlement(fields);
            case ACCOUNT_PROFILES -> account(fields);
        };
    }

    private static AccountRegistered account(JsonFields in) throws MalformedRecordException {
        String owner = in.optionalText("owner_id");
        return new AccountRegistered(
                in.text("account_id"),
                in.text("name"),
                in.text("vpa"),
                owner == null
                        ? null
                        : new AccountRegistered.MerchantTerms(
                                owner, in.small("mdr_basis_points"), in.small("tax_basis_points")),
                in.time("registered_at"));
    }

    private static JsonNode parse(byte[] value) throws MalformedRecordException {
        try {
            JsonNode json = JSON.readTree(value);
            if (json == null || !json.isObject()) {
                throw new MalformedRecordException("the value is no JSON object");
            }
            return json;
        } catch (IOException e) {
            throw new MalformedRecordException("the value is no JSON");
        }
    }

    private static PaymentEnded payment(JsonFields in) throws MalformedRecordException {
        return new PaymentEnded(
                in.text("transaction_id"),
                in.oneOf("kind", PaymentEnded.Kind.class),
                in.oneOf("status", PaymentEnded.Status.class),
                in.optionalText("original_transaction_id"),
                in.text("payer_id"),
                in.text("payee_id"),
                in.optionalText("merchant_id"),
                in.money("amount"),
                in.text("note"),
                in.optionalText("utr"),
                in.optionalNumber("fraud_score"),
                in.optionalText("reason"),
                in.texts("reasons"),
                in.time("initiated_at"),
                in.time("completed_at"));
    }

    private static LedgerPosted posting(JsonFields in) throws MalformedRecordException {
        return new LedgerPosted(
                in.text("account_id"),
                in.text("entry_id"),
                in.text("entry_kind"),
                in.oneOf("type", LedgerPosted.Type.class),
                in.money("amount"),
                in.optionalMoney("balance_after"),
                in.text("counterparty_id"),
                in.text("system_account"),
                in.optionalWhole("version"),
                in.time("timestamp"));
    }

    private static AttemptWasScreened attempt(JsonFields in) throws MalformedRecordException {
        Double score = in.optionalNumber("score");
        return new AttemptWasScreened(
                in.text("transaction_id"),
                in.text("payer_id"),
                in.text("payee_id"),
                in.money("amount"),
                score == null ? 0 : score,
                in.text("verdict").equals("BLOCKED"),
                in.texts("reasons"),
                in.time("screened_at"));
    }

    private static SettlementChanged settlement(JsonFields in) throws MalformedRecordException {
        return new SettlementChanged(
                in.text("merchant_id"),
                in.text("batch_id"),
                in.oneOf("status", SettlementChanged.Status.class),
                in.money("gross"),
                in.money("refunds"),
                in.money("fee"),
                in.money("tax"),
                in.money("net"),
                in.whole("payment_count"),
                in.time("opened_at"),
                in.optionalTime("closed_at"),
                in.optionalTime("settled_at"),
                in.optionalText("payout_reference"));
    }
}
