package com.phonepay.transaction;

import com.phonepay.kernel.Caller;
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
 */
record Transaction(
        Terms terms,
        long initiatedAt,
        long resolveBy,
        @Nullable Decision decision,
        long endedAt,
        long forgottenAt,
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
            List<Waiting> callers) {
        static final Chat NEW = new Chat(false, false, null, false, false, false, false, 1, 0, List.empty());

        Chat asked(long at) {
            int next = askedAt == 0 ? attempt : attempt + 1;
            return new Chat(
                    payerYes, payeeYes, verdict, firstApplied, credited, payerForgot, payeeForgot, next, at, callers);
        }

        Chat restarted() {
            return new Chat(
                    payerYes, payeeYes, verdict, firstApplied, credited, payerForgot, payeeForgot, 1, 0, callers);
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
                    callers);
        }

        Chat with(Applied.Step step) {
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
                    callers);
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
                    callers);
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
                    newCallers);
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
        return new Transaction(terms, initiatedAt, resolveBy, decision, endedAt, forgottenAt, newChat);
    }

    Transaction decided(Decision made) {
        return new Transaction(terms, initiatedAt, resolveBy, made, endedAt, forgottenAt, chat.restarted());
    }

    Transaction ended(long at) {
        return new Transaction(terms, initiatedAt, resolveBy, decision, at, forgottenAt, Chat.NEW.with(chat.callers()));
    }

    Transaction forgotten(long at) {
        return new Transaction(terms, initiatedAt, resolveBy, decision, endedAt, at, Chat.NEW);
    }
}
