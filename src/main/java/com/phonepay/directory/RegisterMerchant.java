package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.protocol.MerchantProfile;

/**
 * Registers a merchant, to the slice of its id alias. Answered with {@link Registered} once it can be paid by all its
 * aliases, or with {@code merchant_id_taken}, {@code registration_pending} (how another one of this id ends is not known).
 *
 * @param fingerprint of the request: the same again continues it or gets the same answer
 */
public record RegisterMerchant(AccountId account, MerchantProfile profile, String vpa, String fingerprint)
        implements Message {}
