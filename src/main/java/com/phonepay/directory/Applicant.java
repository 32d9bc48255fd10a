package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.protocol.MerchantProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a registration is about, fixed when its e-mail is reserved.
 *
 * @param email the alias whose slice drives the registration: of a person the e-mail, of a merchant its id
 * @param number of the registration in its slice, from 1; never used twice
 * @param reservedAt slice time, milliseconds since 1970
 * @param merchant there where the account is a merchant's
 */
public record Applicant(
        String email,
        long number,
        AccountId account,
        String name,
        String vpa,
        Money bonus,
        long reservedAt,
        @Nullable MerchantProfile merchant) {

    /** The aliases beside the one that drives it, in the order in which they are claimed. */
    List<String> otherAliases() {
        return merchant == null ? List.of(Aliases.id(account), vpa) : List.of(vpa);
    }

    @Nullable
    AccountId owner() {
        return merchant == null ? null : merchant.owner();
    }

    Registered registered() {
        return new Registered(account, name, email, vpa);
    }
}
