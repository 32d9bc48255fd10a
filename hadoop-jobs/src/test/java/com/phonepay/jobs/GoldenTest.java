package com.phonepay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every job on the small lake, on one machine. */
final class GoldenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status-counts",
                "top-merchants",
                "hourly-health",
                "settlement-report",
                "ledger-proof",
                "aml-structuring",
                "fraud-by-rule"
            })
    void answersAsWorkedOutByHand(String job) throws IOException {
        Ran ran = Ran.job(job, Golden.lake());
        assertThat(ran.rows()).isEqualTo(Golden.answer(job));
        assertThat(ran.status()).isZero();
        assertThat(ran.counter("malformed")).isZero();
        assertThat(ran.result().get("clean").asBoolean()).isTrue();
    }

    @Test
    void holdsADayToTheDaysBefore() throws IOException {
        Ran ran = Ran.job("payer-baseline", Golden.lake(), Golden.BASELINE);
        assertThat(ran.rows()).isEqualTo(Golden.answer("payer-baseline"));
        assertThat(ran.status()).isZero();
        assertThat(ran.counter("judged")).isEqualTo(2);
        assertThat(ran.counter("outliers_paise")).isEqualTo(4_600_000);
    }

    @Test
    void comparesWithAListThatHasDifferences() throws IOException {
        Ran ran = Ran.job(
                "reconciliation", Golden.lake(), "--against", Golden.statement().toString());
        assertThat(ran.rows()).isEqualTo(Golden.answer("reconciliation"));
        assertThat(ran.status()).isEqualTo(4);
        assertThat(ran.counter("matched")).isEqualTo(7);
        assertThat(ran.counter("malformed")).isEqualTo(2);
    }

    @Test
    void comparesByTheBanksReferenceToo() throws IOException {
        Ran ran = Ran.job(
                "reconciliation", Golden.lake(), "--against", Golden.statement().toString(), "--key", "utr");
        assertThat(ran.counter("matched")).isEqualTo(7);
        assertThat(ran.rows()).hasSize(Golden.answer("reconciliation").size());
    }

    @Test
    void theProofAddsEveryAccountUp() {
        Ran ran = Ran.job("ledger-proof", Golden.lake());
        assertThat(ran.counter("transactions")).isEqualTo(11);
        assertThat(ran.counter("entries")).isEqualTo(30);
        assertThat(ran.counter("wallets")).isEqualTo(6);
        assertThat(ran.counter("clearing_paise")).isZero();
        assertThat(ran.counter("bank_funding_paise")).isEqualTo(-25_000_000);
        assertThat(ran.counter("promotion_paise")).isEqualTo(-400_000);
        assertThat(ran.counter("fees_paise")).isEqualTo(300);
        assertThat(ran.counter("tax_paise")).isEqualTo(54);
        assertThat(ran.counter("payout_paise")).isEqualTo(99_645);
        assertThat(ran.counter("wallets_paise")).isEqualTo(25_400_000 - 99_999);
    }

    @Test
    void looksAtTheDaysThatItIsAskedFor() {
        Ran ran = Ran.job("status-counts", Golden.lake(), "--from", "2026-03-02", "--to", "2026-03-02");
        assertThat(ran.rows()).containsExactly("{\"status\":\"SUCCESS\",\"transactions\":4,\"amount\":\"135039.99\"}");
        Ran none = Ran.job("status-counts", Golden.lake(), "--from", "2027-01-01");
        assertThat(none.rows()).isEmpty();
        assertThat(none.status()).isZero();
    }

    @Test
    void ranksPeopleToo() {
        Ran ran = Ran.job("top-merchants", Golden.lake(), "--receivers", "all", "--top", "2");
        assertThat(ran.rows())
                .containsExactly(
                        "{\"rank\":1,\"merchant_id\":\"carol\",\"payments\":3,\"amount\":\"136999.99\"}",
                        "{\"rank\":2,\"merchant_id\":\"bob\",\"payments\":3,\"amount\":\"85020.00\"}");
    }

    @Test
    void showsATable() {
        Ran ran = Ran.of("top-merchants", "--in", Golden.lake().toString());
        assertThat(ran.out())
                .startsWith("rank  merchant_id  payments  amount\n")
                .contains("   1  shop2               1  999.99\n")
                .contains("top-merchants: 2 rows in ");
    }
}
