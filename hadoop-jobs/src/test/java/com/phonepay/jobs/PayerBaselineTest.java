package com.phonepay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payers whose ten days before are known to the paisa, and payments of the eleventh on both sides of each line. */
final class PayerBaselineTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-11");
    private static final ZoneOffset INDIA = ZoneOffset.ofHoursMinutes(5, 30);

    @TempDir
    private Path lake;

    private final Map<LocalDate, List<String>> payments = new TreeMap<>();

    @BeforeEach
    void tenDays() {
        for (int day = 1; day <= 10; day++) {
            LocalDate date = LocalDate.of(2026, 3, day);
            pay("meera", "PAYMENT", 10_000, date, "10:00");
            // Mean 550.00, sum of squares of the distances 825 000 rupees²: deviation 302.7650, three of them 908.31.
            pay("ravi", "PAYMENT", day * 10_000L, date, day == 1 ? "23:59" : "18:30");
            if (day < 10) {
                pay("new", "PAYMENT", 10_000, date, "10:00");
            }
        }
    }

    @Test
    void findsWhatIsBeyondMeanAndDeviations() throws IOException {
        pay("ravi", "PAYMENT", 145_831, DAY, "18:00");
        pay("ravi", "PAYMENT", 145_832, DAY, "03:00");
        Ran ran = judged();
        assertThat(ran.rows())
                .containsExactly("{\"account_id\":\"ravi\",\"payments\":10,\"mean\":\"550.00\","
                        + "\"deviation\":\"302.77\",\"max\":\"1000.00\",\"usual_hours\":[\"18\",\"23\"],"
                        + "\"limit\":\"1458.31\",\"transaction_id\":\"ravi-2026-03-11-03:00\",\"payee_id\":\"shop\","
                        + "\"amount\":\"1458.32\",\"at\":\"2026-03-11T03:00:00+05:30\",\"unusual_hour\":\"yes\"}");
        assertThat(ran.counter("judged")).isEqualTo(2);
        assertThat(ran.counter("outliers")).isEqualTo(1);
        assertThat(ran.counter("outliers_paise")).isEqualTo(145_832);
    }

    @Test
    void equalAmountsMakeNoRupeeUnusual() throws IOException {
        pay("meera", "PAYMENT", 13_000, DAY, "10:00");
        pay("meera", "PAYMENT", 13_001, DAY, "10:05");
        assertThat(judged().rows()).isEmpty();
        assertThat(judged("--floor", "0").rows())
                .singleElement()
                .asString()
                .contains("\"deviation\":\"0.00\"", "\"limit\":\"130.00\"", "\"amount\":\"130.01\"");
    }

    @Test
    void theFloorItselfIsNoOutlier() throws IOException {
        pay("meera", "PAYMENT", 100_000, DAY, "10:00");
        assertThat(judged().rows()).isEmpty();
        pay("meera", "PAYMENT", 100_001, DAY, "10:01");
        assertThat(judged().rows()).singleElement().asString().contains("\"amount\":\"1000.01\"");
    }

    @Test
    void judgesNobodyWhoIsNew() throws IOException {
        pay("new", "PAYMENT", 9_000_000, DAY, "10:00");
        pay("stranger", "PAYMENT", 9_000_000, DAY, "10:00");
        Ran ran = judged();
        assertThat(ran.rows()).isEmpty();
        assertThat(ran.counter("too_new")).isEqualTo(2);
        assertThat(judged("--history", "9").rows()).singleElement().asString().contains("\"account_id\":\"new\"");
    }

    @Test
    void theDayIsNoPartOfWhatIsUsualAndLaterDaysAreNotSeen() throws IOException {
        pay("meera", "PAYMENT", 500_000, DAY, "00:00");
        pay("meera", "PAYMENT", 400_000, DAY, "23:59");
        pay("meera", "PAYMENT", 900_000, DAY.plusDays(1), "00:00");
        pay("meera", "REFUND", 800_000, DAY, "12:00");
        assertThat(judged().rows())
                .hasSize(2)
                .allMatch(row -> row.contains("\"mean\":\"100.00\""))
                .noneMatch(row -> row.contains("9000.00") || row.contains("8000.00"));
    }

    @Test
    void withoutADayTheLastOfTheRunIsJudged() throws IOException {
        pay("meera", "PAYMENT", 500_000, DAY, "10:00");
        write();
        assertThat(Ran.job("payer-baseline", lake, "--to", DAY.toString()).rows())
                .hasSize(1);
        assertThat(Ran.job("payer-baseline", lake, "--to", "2026-03-10").rows()).isEmpty();
    }

    @Test
    void tellsOfEveryPayerWhereAsked() throws IOException {
        pay("meera", "PAYMENT", 500_000, DAY, "10:00");
        List<String> rows = judged("--payers", "all").rows();
        assertThat(rows)
                .hasSize(3)
                .contains("{\"account_id\":\"new\",\"payments\":9,\"mean\":\"100.00\",\"deviation\":\"0.00\","
                        + "\"max\":\"100.00\",\"usual_hours\":[\"10\"],\"limit\":\"1000.00\",\"transaction_id\":null,"
                        + "\"payee_id\":null,\"amount\":null,\"at\":null,\"unusual_hour\":null}");
    }

    private Ran judged(String... options) throws IOException {
        write();
        List<String> all = new ArrayList<>(List.of("--day", DAY.toString()));
        all.addAll(List.of(options));
        return Ran.job("payer-baseline", lake, all.toArray(String[]::new));
    }

    private void pay(String payer, String kind, long paise, LocalDate day, String time) {
        OffsetDateTime at = OffsetDateTime.parse(day + "T" + time + ":00+05:30");
        assertThat(at.getOffset()).isEqualTo(INDIA);
        payments.computeIfAbsent(day, none -> new ArrayList<>())
                .add(String.format(
                        Locale.ROOT,
                        "{\"transaction_id\":\"%s-%s-%s\",\"kind\":\"%s\",\"payer_id\":\"%s\",\"payee_id\":\"shop\","
                                + "\"amount_paise\":%d,\"completed_at\":\"%s\"}",
                        payer,
                        day,
                        time,
                        kind,
                        payer,
                        paise,
                        at.toInstant()));
    }

    private void write() throws IOException {
        for (Map.Entry<LocalDate, List<String>> day : payments.entrySet()) {
            Path folder = Files.createDirectories(lake.resolve("payment.completed/dt=" + day.getKey()));
            Files.write(folder.resolve("by-hand.jsonl"), day.getValue());
        }
    }
}
