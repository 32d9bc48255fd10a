package com.phonepay.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Merchants' money.
 *
 * @param mdrBasisPoints the fee of merchants that register from now on, in hundredths of a percent
 * @param taxBasisPoints the tax on that fee
 * @param refundPeriod how long a payment may be refunded
 * @param cutOffs times of the day in Asia/Kolkata at which windows are closed
 * @param cutOffEvery closes windows this often as well; zero where not
 * @param bank development or none
 * @param bankPatience after which a silent bank counts as unknown and is inquired
 * @param bankLate how long the development bank takes when it answers late
 */
public record SettlementSettings(
        int mdrBasisPoints,
        int taxBasisPoints,
        Duration refundPeriod,
        List<LocalTime> cutOffs,
        Duration cutOffEvery,
        String bank,
        Duration bankPatience,
        Duration bankLate) {
    static SettlementSettings read(SettingsReader in) {
        Duration every = in.duration("phonepay.settlement.cut-off-every");
        in.check(
                every.isZero() || every.compareTo(Duration.ofSeconds(1)) >= 0,
                "phonepay.settlement.cut-off-every is " + every + ", neither 0 nor at least a second");
        return new SettlementSettings(
                in.number("phonepay.settlement.mdr-basis-points", 0, 1_000),
                in.number("phonepay.settlement.tax-basis-points", 0, 2_800),
                in.duration("phonepay.settlement.refund-period"),
                times(in),
                every,
                in.oneOf("phonepay.settlement.bank", "development", "none"),
                in.duration("phonepay.settlement.bank-patience"),
                in.duration("phonepay.settlement.bank-late"));
    }

    private static List<LocalTime> times(SettingsReader in) {
        List<LocalTime> times = new ArrayList<>();
        for (String part : in.list("phonepay.settlement.cut-offs")) {
            try {
                times.add(LocalTime.parse(part));
            } catch (DateTimeParseException e) {
                in.error("phonepay.settlement.cut-offs has '" + part + "', not hh:mm");
            }
        }
        return List.copyOf(times);
    }

    public boolean hasDevelopmentBank() {
        return bank.equals("development");
    }
}
