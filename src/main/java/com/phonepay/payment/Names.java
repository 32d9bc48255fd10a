package com.phonepay.payment;

import java.util.concurrent.CompletionStage;

/** Shows people whose an alias is. What it says may be kept elsewhere, so it decides nothing: not who is paid, not who may. */
public interface Names {
    /** Who a user id, an e-mail or a VPA means. Refusals: {@code receiver_not_found}, {@code overloaded}. */
    CompletionStage<Reply<Account>> resolve(String alias);
}
