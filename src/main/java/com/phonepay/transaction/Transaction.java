package com.phonepay.transaction;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Money;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.protocol.Vote;
import io.vavr.collection.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction. Durable are its terms, its decision and its end; {@link Chat} is what was said meanwhile, which is
 * asked again after recovery.
 *
 * @param endedAt when everything was acknowledged, or 0
 * @param forgottenAt when both wallets had forgotten it, or 0
 * @param refunds what was given back of it
 */
record Transaction(
        Terms terms,
        long initiatedAt,
        long resolveBy,
        @Nullable Decision decision,
        long endedAt,
        long forgottenAt,
        Refunds refunds,
        Chat chat) {

    /** Votes, acknowledgements, and who waits. Never stored. */
    record Chat(
            boolean payerYes,
            boolean payeeYes,
            @Nullable Verdict verdict,
            boolean firstApplied,
            boolean credited,
            boolean payerForgot,
            boolean payeeForgot,
            int attempt,
            long askedAt,
            List<Waiting> callers,
            boolean toMerchant) {
        static final Chat NEW = new Chat(false, false, null, false, false, false, false, 1, 0, List.empty(), false);

        Chat asked(long at) {
            int next = askedAt == 0 ? attempt : attempt + 1;
            return new Chat(
                    payerYes,
                    payeeYes,
                    verdict,
                    firstApplied,
                    credited,
                    payerForgot,
                    payeeForgot,
                    next,
                    at,
                    callers,
                    toMerchant);
        }

        Chat restarted() {
            return new Chat(
                    payerYes,
                    payeeYes,
                    verdict,
                    firstApplied,
                    credited,
                    payerForgot,
                    payeeForgot,
                    1,
                    0,
                    callers,
                    toMerchant);
        }

        Chat with(Vote vote) {
            return new Chat(
                    payerYes || vote.voter() == Role.PAYER,
                    payeeYes || vote.voter() == Role.PAYEE,
                    verdict == null ? vote.verdict() : verdict,
                    firstApplied,
                    credited,
                    payerForgot,
                    payeeForgot,
                    attempt,
                    askedAt,
                    callers,
                    toMerchant);
        }

        Chat with(Applied.Step step, boolean merchant) {
            return new Chat(
                    payerYes,
                    payeeYes,
                    verdict,
                    firstApplied || step != Applied.Step.CREDITED,
                    credited || step == Applied.Step.CREDITED,
                    payerForgot,
                    payeeForgot,
                    attempt,
                    askedAt,
                    callers,
                    toMerchant || merchant);
        }

        Chat forgot(Role role) {
            return new Chat(
                    payerYes,
                    payeeYes,
                    verdict,
                    firstApplied,
                    credited,
                    payerForgot || role == Role.PAYER,
                    payeeForgot || role == Role.PAYEE,
                    attempt,
                    askedAt,
                    callers,
                    toMerchant);
        }

        Chat with(List<Waiting> newCallers) {
            return new Chat(
                    payerYes,
                    payeeYes,
                    verdict,
                    firstApplied,
                    credited,
                    payerForgot,
                    payeeForgot,
                    attempt,
                    askedAt,
                    newCallers,
                    toMerchant);
        }
    }

    /** Somebody who waits for the final answer. */
    record Waiting(Caller caller, boolean replayed) {}

    boolean isDecided() {
        return decision != null;
    }

    boolean isCommitted() {
        return decision != null && decision.commit();
    }

    /** Its end is still to come, unless it was aborted: nothing of it can be given back yet. */
    boolean isPending() {
        return decision == null || (isCommitted() && !hasEnded());
    }

    /** What can still be given back. */
    Money remaining() {
        return refunds.remainingOf(terms.amount());
    }

    RefundsView refundsView() {
        return new RefundsView(terms.id(), refunds.toMerchant(), terms.amount(), refunds.refunded(), refunds.pending());
    }

    boolean hasEnded() {
        return endedAt != 0;
    }

    boolean allYes() {
        return chat.payerYes() && chat.payeeYes() && chat.verdict() != null;
    }

    boolean allApplied() {
        return chat.firstApplied() && (chat.credited() || !isCommitted());
    }

    TransactionView view() {
        Decision made = decision;
        return made == null
                ? new TransactionView(terms, TransactionStatus.PENDING, null, null, null, initiatedAt, 0, resolveBy)
                : new TransactionView(
                        terms,
                        made.status(),
                        made.refusal(),
                        made.verdict(),
                        made.utr(),
                        initiatedAt,
                        made.at(),
                        resolveBy);
    }

    Transaction with(Chat newChat) {
        return new Transaction(terms, initiatedAt, resolveBy, decision, endedAt, forgottenAt, refunds, newChat);
    }

    Transaction decided(Decision made) {
        return new Transaction(terms, initiatedAt, resolveBy, made, endedAt, forgottenAt, refunds, chat.restarted());
    }

    Transaction ended(long at, boolean toMerchant) {
        Refunds after = toMerchant ? refunds.possible() : refunds;
        return new Transaction(
                terms, initiatedAt, resolveBy, decision, at, forgottenAt, after, Chat.NEW.with(chat.callers()));
    }

    Transaction with(Refunds newRefunds) {
        return new Transaction(terms, initiatedAt, resolveBy, decision, endedAt, forgottenAt, newRefunds, chat);
    }

    Transaction forgotten(long at) {
        return new Transaction(terms, initiatedAt, resolveBy, decision, endedAt, at, refunds, Chat.NEW);
    }
}
