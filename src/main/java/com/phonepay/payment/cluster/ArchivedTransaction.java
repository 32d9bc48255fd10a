package com.phonepay.payment.cluster;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.TimelineStep;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction that its slice has forgotten, told from the timeline that the journal left behind. */
final class ArchivedTransaction {
    private ArchivedTransaction() {}

    /** Empty where the steps do not tell a whole transaction. */
    static Optional<TransactionView> of(TransactionId id, List<TimelineStep> steps) {
        Map<String, String> facts = new HashMap<>();
        steps.stream().filter(step -> step.who().equals("transaction")).forEach(step -> facts.putAll(step.facts()));
        return facts.containsKey("initiated_at") && facts.containsKey("decided_at")
                ? Optional.of(view(id, facts))
                : Optional.empty();
    }

    private static TransactionView view(TransactionId id, Map<String, String> facts) {
        return new TransactionView(
                terms(id, facts),
                status(facts),
                refusal(facts),
                verdict(facts),
                facts.get("utr"),
                time(facts, "initiated_at"),
                time(facts, "decided_at"),
                time(facts, "resolve_by"));
    }

    private static Terms terms(TransactionId id, Map<String, String> facts) {
        BigDecimal rupees = new BigDecimal(text(facts, "amount"));
        return new Terms(
                id,
                text(facts, "fingerprint"),
                new AccountId(text(facts, "payer")),
                new AccountId(text(facts, "payee")),
                Money.ofPaise(rupees.movePointRight(2).longValueExact()),
                text(facts, "note"),
                facts.containsKey("original") ? new TransactionId(text(facts, "original")) : null);
    }

    private static TransactionStatus status(Map<String, String> facts) {
        if (text(facts, "decision").equals("COMMIT")) {
            return TransactionStatus.SUCCESS;
        }
        return text(facts, "reason").equals("fraud") ? TransactionStatus.BLOCKED : TransactionStatus.FAILED;
    }

    private static @Nullable Rejection refusal(Map<String, String> facts) {
        return facts.containsKey("reason")
                ? Rejection.of(text(facts, "reason"), Rejection.Kind.DECLINED, text(facts, "detail"))
                : null;
    }

    private static @Nullable Verdict verdict(Map<String, String> facts) {
        return facts.containsKey("fraud_score")
                ? new Verdict(
                        Double.parseDouble(text(facts, "fraud_score")),
                        status(facts) == TransactionStatus.BLOCKED,
                        List.of())
                : null;
    }

    private static long time(Map<String, String> facts, String name) {
        return Long.parseLong(text(facts, name));
    }

    private static String text(Map<String, String> facts, String name) {
        return facts.getOrDefault(name, "");
    }
}
