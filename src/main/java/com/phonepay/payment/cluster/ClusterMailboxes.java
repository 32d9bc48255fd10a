package com.phonepay.payment.cluster;

import com.phonepay.directory.Aliases;
import com.phonepay.directory.Mailbox;
import com.phonepay.directory.QueryMailbox;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Mailboxes;
import com.phonepay.payment.OverloadedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks the directory, once for each account: an address never changes. Bounded by forgetting all when full. */
public final class ClusterMailboxes implements Mailboxes {
    private static final int KNOWN_MAX = 20_000;

    private final Asking asking;
    private final Slices slices;
    private final ConcurrentHashMap<AccountId, String> known = new ConcurrentHashMap<>();

    public ClusterMailboxes(Asking asking, Slices slices) {
        this.asking = asking;
        this.slices = slices;
    }

    @Override
    public CompletionStage<Optional<String>> of(AccountId account) {
        @Nullable String address = known.get(account);
        return address == null ? ask(account) : CompletableFuture.completedFuture(Optional.of(address));
    }

    private CompletionStage<Optional<String>> ask(AccountId account) {
        String id = Aliases.id(account);
        return asking.ask(slices.directory(id), new QueryMailbox(id)).thenApply(answer -> {
            if (answer instanceof Mailbox mailbox) {
                remember(account, mailbox.email());
                return Optional.of(mailbox.email());
            }
            if (answer instanceof Rejection rejection && rejection.kind() == Rejection.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw new OverloadedException("the directory did not say where an account is written to");
        });
    }

    private void remember(AccountId account, String address) {
        if (known.size() >= KNOWN_MAX) {
            known.clear();
        }
        known.put(account, address);
    }
}
