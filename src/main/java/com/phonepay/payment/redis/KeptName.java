package com.phonepay.payment.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.kernel.AccountId;
import com.phonepay.payment.Account;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A name as it is kept. The alias stands inside too and is compared, so that nobody is shown another's name.
 *
 * @param owner of a merchant; null for a person
 * @param generation the account's, when it was kept
 */
record KeptName(String alias, String id, String name, String vpa, @Nullable String owner, String generation) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptName.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    static KeptName of(String alias, Account account, String generation) {
        AccountId owner = account.owner();
        return new KeptName(
                alias,
                account.id().value(),
                account.name(),
                account.vpa(),
                owner == null ? null : owner.value(),
                generation);
    }

    /** Null where there is nothing, or nothing that is about this alias. */
    static @Nullable KeptName parsed(byte @Nullable [] bytes, String alias) {
        if (bytes == null) {
            return null;
        }
        try {
            KeptName kept = JSON.readValue(bytes, KeptName.class);
            return kept.alias().equals(alias) ? kept : null;
        } catch (IOException | RuntimeException e) {
            LOG.warn("A kept name can not be read: {}", e.getClass().getName());
            return null;
        }
    }

    Account account() {
        return new Account(new AccountId(id), name, vpa, owner == null ? null : new AccountId(owner));
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a name is plain data", e);
        }
    }
}
