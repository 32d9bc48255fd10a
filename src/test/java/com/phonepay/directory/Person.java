package com.phonepay.directory;

import com.phonepay.kernel.AccountId;

/** Somebody's request to register. The hash is made up, and like a real one it is different for every request. */
record Person(String email, AccountId account, String vpa, String hash) {
    static Person of(String email, String userId, String hash) {
        return new Person(
                Aliases.email(email), new AccountId(userId), Aliases.vpa(userId + "@phonepay"), "argon2id-" + hash);
    }

    Person withVpa(String address) {
        return new Person(email, account, Aliases.vpa(address), hash);
    }

    Register register() {
        return new Register(email, account, "Name of " + account, vpa, hash);
    }

    Registered registered() {
        return new Registered(account, "Name of " + account, email, vpa);
    }
}
