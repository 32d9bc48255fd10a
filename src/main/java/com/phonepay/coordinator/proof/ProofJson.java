package com.phonepay.coordinator.proof;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.phonepay.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** A proof as it is stored, served and printed. Amounts are decimal rupees with two places. */
public final class ProofJson {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ProofJson() {}

    public static String of(Proof proof) {
        ObjectNode json = JSON.createObjectNode();
        json.put("status", proof.isBalanced() ? "BALANCED" : "IMBALANCED");
        json.put("checked_at", TIME.format(Instant.ofEpochMilli(proof.at())));
        json.put("took_ms", proof.tookMs());
        json.put("imbalance", rupees(proof.imbalance()));
        json.put("in_flight", rupees(proof.inFlight()));
        json.put("wallets_total", rupees(proof.walletsTotal()));
        ObjectNode accounts = json.putObject("system_accounts");
        Map<String, Money> stripes = new TreeMap<>();
        proof.stripes().forEach((account, money) -> stripes.put(account.label(), money));
        stripes.forEach((label, money) -> accounts.put(label, rupees(money)));
        counts(json, proof.counts());
        json.put("discarded_rows", proof.discarded());
        json.put("hash", proof.hash());
        slices(json.putArray("slices"), proof);
        violations(json.putArray("violations"), proof);
        return text(json);
    }

    /** What is said before the first audit has ended. */
    public static String pending() {
        return "{\"status\":\"PENDING\"}";
    }

    private static void counts(ObjectNode json, Proof.Counts counts) {
        json.putObject("transactions")
                .put("committed", counts.committed())
                .put("aborted", counts.aborted())
                .put("open", counts.open());
        json.putObject("postings")
                .put("captures", counts.captures())
                .put("credits", counts.credits())
                .put("local", counts.locals());
    }

    private static void slices(ArrayNode slices, Proof proof) {
        for (Proof.Watermark mark : proof.watermarks()) {
            slices.addObject()
                    .put("slice", mark.slice())
                    .put("sequence", mark.position().sequence())
                    .put("epoch", mark.position().epoch())
                    .put("rows", mark.rows())
                    .put("events", mark.events())
                    .put("total", rupees(mark.total()))
                    .put("hash", mark.hash());
        }
    }

    private static void violations(ArrayNode violations, Proof proof) {
        for (Violation violation : proof.violations()) {
            violations
                    .addObject()
                    .put("code", violation.code())
                    .put("slice", violation.slice())
                    .put("sequence", violation.sequence())
                    .put("detail", violation.detail());
        }
    }

    private static BigDecimal rupees(Money money) {
        return BigDecimal.valueOf(money.paise(), 2);
    }

    private static String text(ObjectNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
