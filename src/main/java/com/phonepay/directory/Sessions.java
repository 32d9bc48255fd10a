package com.phonepay.directory;

import com.phonepay.kernel.AccountId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.Map;
import org.jspecify.annotations.Nullable;

/** The sessions of a slice, by account and id. */
record Sessions(HashMap<AccountId, HashMap<String, Session>> byAccount) {
    static final Sessions NONE = new Sessions(HashMap.empty());

    HashMap<String, Session> of(AccountId account) {
        return byAccount.getOrElse(account, HashMap.empty());
    }

    @Nullable
    Session find(AccountId account, String id) {
        return of(account).get(id).getOrNull();
    }

    Sessions with(Session session) {
        return new Sessions(
                byAccount.put(session.account(), of(session.account()).put(session.id(), session)));
    }

    Sessions without(AccountId account, String id) {
        HashMap<String, Session> left = of(account).remove(id);
        return new Sessions(left.isEmpty() ? byAccount.remove(account) : byAccount.put(account, left));
    }

    Iterator<Session> all() {
        return byAccount.values().iterator().flatMap(Map::values);
    }
}
