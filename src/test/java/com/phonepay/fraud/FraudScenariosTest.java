package com.phonepay.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.protocol.Concluded;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One line is one payer's history and one payment, in rupees. History is {@code payments x amount} to a friend, all
 * of them a week ago; then attempts at another amount, spread over so many seconds before the payment, which failed
 * or still run; then the payment itself.
 */
class FraudScenariosTest {
    private static final long HOUR_MS = 3_600_000;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # case                            | age h | paid x amount | tried x amount over s, ended | to     | amount | hundredths | codes
            a new user pays 100               |   0   |  0 x 0        |  0 x 0 over 0, open          | ravi   |    100 |    0 |
            a new user pays 2000              |   0   |  0 x 0        |  0 x 0 over 0, open          | ravi   |   2000 |    0 |
            a new user pays more              |   0   |  0 x 0        |  0 x 0 over 0, open          | ravi   |   2001 |   25 | new_account
            a new user's high first payment   |   1   |  0 x 0        |  0 x 0 over 0, open          | ravi   |   6000 |   45 | new_payee new_account
            a new user's large first payment  |  23   |  0 x 0        |  0 x 0 over 0, open          | ravi   |  15000 |   85 | large_amount new_payee new_account
            the same a day later              |  25   |  0 x 0        |  0 x 0 over 0, open          | ravi   |  15000 |   60 | large_amount new_payee
            exactly the large amount          | 200   |  1 x 10       |  0 x 0 over 0, open          | friend |  10000 |    0 |
            just above the large amount       | 200   |  1 x 10       |  0 x 0 over 0, open          | friend |  10001 |   40 | large_amount
            the highest payment to a friend   | 200   |  4 x 100      |  0 x 0 over 0, open          | friend | 100000 |   40 | large_amount
            ten times the usual               | 200   |  5 x 300      |  0 x 0 over 0, open          | friend |   3000 |    0 |
            above ten times the usual         | 200   |  5 x 300      |  0 x 0 over 0, open          | friend |   3001 |   30 | unusual_amount
            too little history to compare     | 200   |  4 x 300      |  0 x 0 over 0, open          | friend |   3001 |    0 |
            change is never unusual           | 200   |  9 x 1        |  0 x 0 over 0, open          | friend |   2000 |    0 |
            unusual, large, to a stranger     | 200   |  9 x 100      |  0 x 0 over 0, open          | ravi   |  20000 |   90 | large_amount unusual_amount new_payee
            the twentieth in a minute         | 200   |  0 x 0        | 19 x 10 over 19, open        | ravi   |     10 |    0 |
            the 21st in a minute              | 200   |  0 x 0        | 20 x 10 over 20, open        | ravi   |     10 |   45 | rapid_attempts_minute
            the 40th in a minute              | 200   |  0 x 0        | 39 x 10 over 39, open        | ravi   |     10 |   45 | rapid_attempts_minute
            the 41st in a minute              | 200   |  0 x 0        | 40 x 10 over 40, open        | ravi   |     10 |   90 | rapid_attempts_minute
            failed attempts count as well     | 200   |  0 x 0        | 40 x 10 over 40, failed      | ravi   |     10 |   90 | rapid_attempts_minute
            fifty at the same moment          | 200   |  0 x 0        | 50 x 10 over 0, open         | ravi   |     10 |   90 | rapid_attempts_minute
            the 60th in an hour               | 200   |  0 x 0        | 59 x 10 over 3000, open      | ravi   |     10 |    0 |
            the 61st in an hour               | 200   |  0 x 0        | 60 x 10 over 3000, open      | ravi   |     10 |   45 | rapid_attempts_hour
            the 121st in an hour              | 200   |  0 x 0        | 120 x 10 over 3480, open     | ravi   |     10 |   90 | rapid_attempts_hour
            a hundred over a day              | 200   |  0 x 0        | 100 x 10 over 86000, open    | ravi   |     10 |    0 |
            a lakh in an hour                 | 200   |  0 x 0        | 19 x 5000 over 1900, open    | ravi   |   5000 |    0 |
            more than a lakh in an hour       | 200   |  0 x 0        | 20 x 5000 over 2000, open    | ravi   |   5000 |   35 | large_total_hour
            failed money does not add up      | 200   |  0 x 0        | 20 x 5000 over 2000, failed  | ravi   |   5000 |    0 |
            more than two lakh in an hour     | 200   |  0 x 0        | 40 x 5000 over 3000, open    | ravi   |   5000 |  100 | large_total_hour large_total_day
            more than two lakh in a day       | 200   |  0 x 0        | 45 x 5000 over 80000, open   | ravi   |   5000 |   35 | large_total_day
            the original's blocked user       | 200   |  0 x 0        |  0 x 0 over 0, open          | hacker |      1 |  100 | blocked_payee
            """)
    void scores(
            String name,
            long ageHours,
            String paid,
            String tried,
            String payee,
            long amount,
            int hundredths,
            String codes) {
        FraudDriver driver = new FraudDriver(FraudSettings.usual());
        driver.enrol(ageHours * HOUR_MS);
        payAWeekAgo(driver, paid);
        attempt(driver, tried);

        Terms terms = driver.terms(payee, amount);
        Verdict verdict = Objects.requireNonNull(driver.screen(terms).verdict());

        List<String> found = driver.profile().attempts().stream()
                .filter(attempt -> attempt.id().equals(terms.id()))
                .flatMap(attempt -> attempt.hits().stream().map(RuleHit::code))
                .toList();
        assertThat(found).containsExactlyElementsOf(codes == null ? List.of() : List.of(codes.split(" ", -1)));
        assertThat(verdict.score()).isEqualTo(hundredths / 100.0);
        assertThat(verdict.blocked()).isEqualTo(hundredths > 80);
        assertThat(verdict.reasons()).hasSameSizeAs(found).doesNotHaveDuplicates();
    }

    private static void payAWeekAgo(FraudDriver driver, String paid) {
        String[] parts = paid.split(" x ", -1);
        long later = driver.now;
        driver.now -= 168 * HOUR_MS;
        for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
            driver.pay("friend", Long.parseLong(parts[1]));
        }
        driver.now = later;
    }

    private static void attempt(FraudDriver driver, String tried) {
        String[] parts = tried.split(" x | over |, ", -1);
        int times = Integer.parseInt(parts[0]);
        long overMs = Long.parseLong(parts[2]) * 1000;
        long later = driver.now;
        for (int i = 0; i < times; i++) {
            driver.now = later - overMs + overMs * i / times;
            Terms terms = driver.terms("ravi", Long.parseLong(parts[1]));
            driver.screen(terms);
            if (parts[3].equals("failed")) {
                driver.tell(new Concluded(terms, false));
            }
        }
        driver.now = later;
    }
}
