package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/** The immutable state of one fraud slice: the profiles of its payers. */
public record FraudState(HashMap<AccountId, RiskProfile> profiles) {
    static final FraudState EMPTY = new FraudState(HashMap.empty());

    Option<RiskProfile> profile(AccountId account) {
        return profiles.get(account);
    }

    /** A payer nobody has announced is known since the first time that it is heard of, and so counts as new. */
    RiskProfile profileOr(AccountId account, long now) {
        return profiles.getOrElse(account, RiskProfile.of(account, now));
    }

    FraudState with(RiskProfile profile) {
        return new FraudState(profiles.put(profile.account(), profile));
    }

    FraudState changed(AccountId account, long at, UnaryOperator<RiskProfile> change) {
        return with(change.apply(profileOr(account, at)));
    }
}
