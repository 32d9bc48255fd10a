package com.phonepay.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The jobs that a run can ask, in the order in which it asks them: what concerns money first. */
public enum Analysis {
    LEDGER_PROOF("ledger-proof", "Every posting balances and every wallet replays to its balance"),
    RECONCILIATION("reconciliation", "The exported payments against the read model"),
    STATUS_COUNTS("status-counts", "Transactions by how they ended"),
    HOURLY_HEALTH("hourly-health", "Volume, success rate and latency by hour"),
    TOP_MERCHANTS("top-merchants", "Merchants by turnover, the greatest first"),
    SETTLEMENT_REPORT("settlement-report", "Takings, refunds, fees and settled amounts by merchant and day"),
    AML_STRUCTURING("aml-structuring", "Payers who stay below the reporting threshold, again and again"),
    PAYER_BASELINE("payer-baseline", "Payments of the last day that are far beyond what is usual for their payer"),
    FRAUD_BY_RULE("fraud-by-rule", "Hits, amounts and later refunds by fraud rule");

    private final String label;
    private final String description;

    Analysis(String label, String description) {
        this.label = label;
        this.description = description;
    }

    /** The name of the job on the command line and in answers. */
    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    public static Optional<Analysis> find(String label) {
        return Arrays.stream(values())
                .filter(analysis -> analysis.label.equals(label))
                .findFirst();
    }

    public static List<Analysis> all() {
        return List.of(values());
    }
}
