package com.phonepay.readmodel;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Alerts for operators. Fails with {@link UnavailableException}. */
public interface FraudAlerts {
    /** Storing the same alert twice changes nothing. */
    CompletionStage<Void> store(List<FraudAlert> alerts);

    /** Newest first. */
    CompletionStage<Page<FraudAlert>> list(int limit, @Nullable Cursor after);
}
