package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import java.util.Locale;

/**
 * The spelling of aliases: a kind, a colon, and the name in lower case. The whole text is what is unique, and what
 * decides the slice.
 */
public final class Aliases {
    private Aliases() {}

    public static String email(String address) {
        return "email:" + address.toLowerCase(Locale.ROOT);
    }

    public static String vpa(String address) {
        return "vpa:" + address.toLowerCase(Locale.ROOT);
    }

    public static String id(AccountId account) {
        return "id:" + account.value();
    }

    /** The name without its kind, as people write it. */
    public static String plain(String alias) {
        return alias.substring(alias.indexOf(':') + 1);
    }
}
