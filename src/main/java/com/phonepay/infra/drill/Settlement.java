package com.phonepay.infra.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.infra.process.Await;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges the payments of a drill after it: by the journal's timeline of each, and by everybody's balance. */
final class Settlement {
    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(20);

    private final Teller teller;
    private final Crowd crowd;
    private final List<Attempt> attempts;

    Settlement(Teller teller, Crowd crowd, List<Attempt> attempts) {
        this.teller = teller;
        this.crowd = crowd;
        this.attempts = attempts;
    }

    DrillReport.Payments judge(List<BigDecimal> before, List<BigDecimal> after) {
        int lost = 0;
        int doubled = 0;
        for (Attempt attempt : attempts) {
            if (attempt.isAcknowledged()) {
                int[] moved = moved(attempt);
                lost += moved[0] == 0 || moved[1] == 0 ? 1 : 0;
                doubled += moved[0] > 1 || moved[1] > 1 ? 1 : 0;
            }
        }
        return new DrillReport.Payments(
                attempts.size(),
                count(Attempt::isAcknowledged),
                count(attempt -> attempt.isFinal() && !attempt.isAcknowledged()),
                count(Attempt::wasUnanswered),
                count(attempt -> !attempt.isFinal() && attempt.refusal().isEmpty()),
                lost,
                doubled,
                accountsOff(before, after));
    }

    private int count(java.util.function.Predicate<Attempt> which) {
        return (int) attempts.stream().filter(which).count();
    }

    /** How often the journal has captured and credited it. The index follows the journal by a moment. */
    private int[] moved(Attempt attempt) {
        int[] moved = new int[2];
        int[] node = {attempt.payer()};
        Await.until(
                () -> {
                    JsonNode steps = teller.get(
                                    node[0]++,
                                    "/api/payment/" + attempt.transactionId() + "/timeline",
                                    crowd.token(attempt.payer()))
                            .join()
                            .body()
                            .path("steps");
                    moved[0] = steps(steps, "Captured");
                    moved[1] = steps(steps, "Credited");
                    return moved[0] > 0 && moved[1] > 0;
                },
                INDEX_PATIENCE);
        return moved;
    }

    private static int steps(JsonNode steps, String what) {
        int found = 0;
        for (JsonNode step : steps) {
            found += step.path("what").asText().equals(what) ? 1 : 0;
        }
        return found;
    }

    private int accountsOff(List<BigDecimal> before, List<BigDecimal> after) {
        List<BigDecimal> expected = new ArrayList<>(before);
        for (Attempt attempt : attempts) {
            if (attempt.isAcknowledged()) {
                expected.set(attempt.payer(), expected.get(attempt.payer()).subtract(attempt.amount()));
                expected.set(attempt.payee(), expected.get(attempt.payee()).add(attempt.amount()));
            }
        }
        int off = 0;
        for (int customer = 0; customer < expected.size(); customer++) {
            off += expected.get(customer).compareTo(after.get(customer)) == 0 ? 0 : 1;
        }
        return off;
    }
}
