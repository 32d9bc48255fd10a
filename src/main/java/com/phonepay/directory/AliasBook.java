package com.phonepay.directory;

import com.phonepay.directory.DirectoryEvent.AliasActivated;
import com.phonepay.directory.DirectoryEvent.AliasClaimed;
import com.phonepay.directory.DirectoryEvent.AliasGivenBack;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Slices;
import com.phonepay.protocol.ActivateAlias;
import com.phonepay.protocol.AliasAnswered;
import com.phonepay.protocol.AliasAnswered.Result;
import com.phonepay.protocol.ClaimAlias;
import com.phonepay.protocol.UnclaimAlias;

/**
 * The slice of an alias that somebody else's registration wants. Who comes first has it until it gives it back, and for
 * ever once active. Every question has one durable answer, however often and however late it is asked.
 */
final class AliasBook {
    private final Slices slices;

    AliasBook(Slices slices) {
        this.slices = slices;
    }

    Outcome claim(DirectoryState state, ClaimAlias message) {
        String alias = message.alias();
        if (state.memories().hasGivenBack(alias, message.driver(), message.registration())) {
            return Outcome.effects(answer(alias, message.driver(), message.registration(), Result.GIVEN_BACK));
        }
        if (!state.isTaken(alias)) {
            AliasClaim claim = new AliasClaim(
                    message.account(),
                    message.displayName(),
                    message.driver(),
                    message.registration(),
                    false,
                    message.owner());
            return Outcome.of(
                    new AliasClaimed(alias, claim),
                    answer(alias, message.driver(), message.registration(), Result.CLAIMED));
        }
        AliasClaim claim = state.claim(alias);
        boolean its = claim != null && claim.isOf(message.driver(), message.registration());
        return Outcome.effects(
                answer(alias, message.driver(), message.registration(), its ? Result.CLAIMED : Result.TAKEN));
    }

    Outcome activate(DirectoryState state, ActivateAlias message) {
        String alias = message.alias();
        AliasClaim claim = state.claim(alias);
        if (claim == null || !claim.isOf(message.driver(), message.registration())) {
            return Outcome.effects(
                    new Effect.Alarm("alias_not_claimed", "An alias cannot be activated: " + message.account()));
        }
        Effect answer = answer(alias, message.driver(), message.registration(), Result.ACTIVATED);
        return claim.active() ? Outcome.effects(answer) : Outcome.of(new AliasActivated(alias), answer);
    }

    Outcome unclaim(DirectoryState state, UnclaimAlias message, long now) {
        String alias = message.alias();
        AliasClaim claim = state.claim(alias);
        if (claim != null && claim.active() && claim.isOf(message.driver(), message.registration())) {
            return Outcome.effects(
                    new Effect.Alarm("alias_is_active", "An alias cannot be given back: " + message.account()));
        }
        Effect answer = answer(alias, message.driver(), message.registration(), Result.GIVEN_BACK);
        return state.memories().hasGivenBack(alias, message.driver(), message.registration())
                ? Outcome.effects(answer)
                : Outcome.of(new AliasGivenBack(alias, message.driver(), message.registration(), now), answer);
    }

    private Effect answer(String alias, String driver, long registration, Result result) {
        return Effect.send(slices.directory(driver), new AliasAnswered(alias, driver, registration, result));
    }
}
