package com.phonepay.coordinator.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.readmodel.Days;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.Origin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What the jobs found, as alerts. An outlier has the id of its payment. A pattern has the same id every night, by its account, kind and first payment, so it
 * is one alert that grows and not one a night. A pattern that touches the first day of a run may have begun before it
 * and is left to the run that saw its beginning.
 */
final class Conspicuous {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGIN = "analytics";

    private Conspicuous() {}

    /** None for most jobs. */
    static List<FraudAlert> alerts(AnalysisResult result) {
        List<FraudAlert> alerts = new ArrayList<>();
        if (result.job() == Analysis.AML_STRUCTURING) {
            result.rows().forEach(row -> {
                FraudAlert alert = structuring(parsed(row));
                if (!isCut(result, alert.id())) {
                    alerts.add(alert);
                }
            });
        } else if (result.job() == Analysis.PAYER_BASELINE) {
            result.rows().stream()
                    .map(Conspicuous::parsed)
                    .filter(row -> row.path("transaction_id").isTextual())
                    .forEach(row -> alerts.add(outlier(row)));
        }
        return alerts;
    }

    private static boolean isCut(AnalysisResult result, String id) {
        String from = result.from();
        long firstAt = Long.parseLong(id.substring(id.lastIndexOf(':') + 1));
        return from != null && firstAt < Days.begin(LocalDate.parse(from).plusDays(1));
    }

    private static FraudAlert structuring(JsonNode row) {
        long firstAt = time(row, "first_at");
        long lastAt = time(row, "last_at");
        String account = row.path("account_id").asText();
        String pattern = row.path("pattern").asText();
        Money amount = money(row.path("amount").asText());
        String reason = row.path("payments").asLong() + " payments of together " + amount.toRupees()
                + " rupees stay below the reporting threshold (" + pattern + ")";
        return new FraudAlert(
                ORIGIN + ":" + Analysis.AML_STRUCTURING.label() + ":" + account + ":" + pattern + ":" + firstAt,
                // The later the last payment of the pattern, the newer is what is known of it.
                new Origin(ORIGIN, lastAt, (int) Math.min(row.path("payments").asLong(), Integer.MAX_VALUE)),
                "STRUCTURING",
                new AccountId(account),
                new AccountId(row.path("payee_ids").path(0).asText()),
                row.path("transaction_ids").path(0).asText(),
                amount,
                0,
                null,
                List.of(reason),
                lastAt);
    }

    private static FraudAlert outlier(JsonNode row) {
        long at = time(row, "at");
        String transaction = row.path("transaction_id").asText();
        List<String> reasons = new ArrayList<>();
        reasons.add("The amount is beyond " + row.path("limit").asText() + " rupees, after "
                + row.path("payments").asLong() + " payments of "
                + row.path("mean").asText() + " rupees on average");
        if (row.path("unusual_hour").asText().equals("yes")) {
            reasons.add("This payer rarely pays at this hour");
        }
        return new FraudAlert(
                ORIGIN + ":" + Analysis.PAYER_BASELINE.label() + ":" + transaction,
                new Origin(ORIGIN, at, 0),
                "BASELINE",
                new AccountId(row.path("account_id").asText()),
                new AccountId(row.path("payee_id").asText()),
                transaction,
                money(row.path("amount").asText()),
                0,
                money(row.path("mean").asText()),
                reasons,
                at);
    }

    private static JsonNode parsed(String row) {
        try {
            return JSON.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row was kept that is no JSON", e);
        }
    }

    private static long time(JsonNode row, String field) {
        Instant at = OffsetDateTime.parse(row.path(field).asText()).toInstant();
        return at.toEpochMilli();
    }

    private static Money money(String rupees) {
        return Money.ofPaise(new BigDecimal(rupees).movePointRight(2).longValueExact());
    }
}
