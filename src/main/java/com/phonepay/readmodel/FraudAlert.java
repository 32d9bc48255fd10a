package com.phonepay.readmodel;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a payment that an operator should look at.
 *
 * @param id the same for every delivery of the same event and kind
 * @param origin the event that raised it
 * @param kind a stable word, for example {@code HIGH_VALUE}
 * @param score of the fraud screen, 0 to 1
 * @param baseline what was usual for the payer; null where nothing was known
 * @param reasons for people
 * @param at milliseconds since 1970
 */
public record FraudAlert(
        String id,
        Origin origin,
        String kind,
        AccountId payer,
        AccountId payee,
        String transactionId,
        Money amount,
        double score,
        @Nullable Money baseline,
        List<String> reasons,
        long at) {

    public ViewDocument document() {
        FieldMap fields = new FieldMap()
                .with("kind", kind)
                .with("payer_id", payer.value())
                .with("payee_id", payee.value())
                .with("transaction_id", transactionId)
                .with("amount_paise", amount.paise())
                .with("score", score)
                .with("reasons", reasons)
                .with("at", at);
        return new ViewDocument(
                View.FRAUD_ALERTS,
                id,
                origin,
                (baseline == null ? fields : fields.with("baseline_paise", baseline.paise())).all());
    }
}
