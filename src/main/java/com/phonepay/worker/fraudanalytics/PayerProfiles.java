package com.phonepay.worker.fraudanalytics;

import java.util.concurrent.CompletionStage;

/** Where profiles are kept. */
public interface PayerProfiles {
    /** The profile of a payer; {@link PayerProfile#NEW} where nothing is known. */
    CompletionStage<PayerProfile> of(String payer);

    CompletionStage<Void> store(String payer, PayerProfile profile);
}
