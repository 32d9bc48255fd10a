package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import java.util.List;

/**
 * What a registration is about, fixed when its e-mail is reserved.
 *
 * @param number of the registration in its slice, from 1; never used twice
 * @param reservedAt slice time, milliseconds since 1970
 */
public record Applicant(
        String email, long number, AccountId account, String name, String vpa, Money bonus, long reservedAt) {

    /** The aliases beside the e-mail, in the order in which they are claimed. */
    List<String> otherAliases() {
        return List.of(Aliases.id(account), vpa);
    }

    Registered registered() {
        return new Registered(account, name, email, vpa);
    }
}
