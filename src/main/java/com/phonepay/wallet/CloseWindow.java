package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/**
 * Closes a merchant's window where it was opened before the cut-off. Answered with the {@link MerchantView} after it, or
 * {@code merchant_not_found}, {@code window_busy} (refunds under way hold what the fee needs: ask again soon). A window
 * that holds nothing stays open.
 *
 * @param cutOff milliseconds since 1970
 */
public record CloseWindow(AccountId merchant, long cutOff) implements Message {}
