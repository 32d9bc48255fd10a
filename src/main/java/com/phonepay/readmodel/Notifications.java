package com.phonepay.readmodel;

import com.phonepay.kernel.AccountId;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Messages by the person they are for. Fails with {@link UnavailableException}. */
public interface Notifications {
    /** Storing the same message twice changes nothing. */
    CompletionStage<Void> store(List<Notification> notifications);

    /** Newest first. */
    CompletionStage<Page<Notification>> of(AccountId user, int limit, @Nullable Cursor after);
}
