package com.phonepay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver says to those who hold it wrong. */
final class UsageTest {
    @TempDir
    private Path folder;

    @Test
    void namesItsJobs() {
        Ran ran = Ran.of("help");
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains(
                        "status-counts",
                        "top-merchants",
                        "hourly-health",
                        "settlement-report",
                        "ledger-proof",
                        "reconciliation",
                        "aml-structuring",
                        "payer-baseline",
                        "fraud-by-rule");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statuscounts --in LAKE | There is no job statuscounts",
                "status-counts | --in DIR",
                "status-counts --in LAKE/nowhere | There is no folder",
                "status-counts --in LAKE --from yesterday | Not a day",
                "status-counts --in LAKE --from 2026-02-02 --to 2026-02-01 | before they begin",
                "status-counts --in LAKE --top 3 | Unknown option --top",
                "status-counts --in | wants a value",
                "top-merchants --in LAKE --top 0 | from 1 to 10000",
                "top-merchants --in LAKE --receivers some | merchants or all",
                "ledger-proof --in LAKE --until soon | is a moment",
                "ledger-proof --in LAKE --partial perhaps | yes or no",
                "aml-structuring --in LAKE --threshold 0.001 | amount of rupees",
                "payer-baseline --in LAKE --day tomorrow | --day is a day",
                "payer-baseline --in LAKE --deviations -1 | a number from 0",
                "payer-baseline --in LAKE --floor 0.001 | at most 2 decimal places",
                "payer-baseline --in LAKE --payers some | outliers or all",
                "reconciliation --in LAKE | --against FILE",
                "reconciliation --in LAKE --against nowhere.csv | There is no file",
                "status-counts --in LAKE --out LAKE | nothing is written over",
                "simulate --out LAKE | not empty",
                "simulate --days 5 | --out DIR",
                "simulate --out new --users many | whole number",
                "simulate --through nowhere | is an address",
                "simulate --through http://127.0.0.1:1 --out new | is about a past",
                "simulate --through http://127.0.0.1:1 --users 2 --transactions 37 | from 1 to 36"
            })
    void refuses(String arguments, String because) {
        Ran ran = Ran.of(arguments.replace("LAKE", Golden.lake().toString()).split(" "));
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("✗ ").contains(because);
    }

    @Test
    void keepsTheRowsWhereAsked() throws Exception {
        Path kept = folder.resolve("kept");
        Ran ran = Ran.job("top-merchants", Golden.lake(), "--out", kept.toString());
        assertThat(Files.readAllLines(kept.resolve("rows/part-r-00000"))).isEqualTo(ran.rows());
        assertThat(kept.resolve("between")).doesNotExist();
        assertThat(Ran.job("top-merchants", Golden.lake(), "--out", kept.toString())
                        .status())
                .isEqualTo(2);
    }
}
