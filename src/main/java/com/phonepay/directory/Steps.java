package com.phonepay.directory;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Slices;
import com.phonepay.protocol.ActivateAlias;
import com.phonepay.protocol.ClaimAlias;
import com.phonepay.protocol.EnrolPayer;
import com.phonepay.protocol.OpenWallet;
import com.phonepay.protocol.UnclaimAlias;
import io.vavr.collection.Vector;
import java.util.List;

/** What a registration asks of other slices in each stage. Everything asked is idempotent. */
final class Steps {
    private final Slices slices;

    Steps(Slices slices) {
        this.slices = slices;
    }

    /** At the beginning of a stage, when nothing has been answered yet. */
    List<Effect> next(Applicant applicant, Stage stage) {
        return next(applicant, stage, Vector.ofAll(applicant.otherAliases()));
    }

    List<Effect> next(Registration registration) {
        return next(registration.applicant(), registration.stage(), registration.unconfirmed());
    }

    private List<Effect> next(Applicant applicant, Stage stage, Vector<String> unconfirmed) {
        return switch (stage) {
            // One after the other: the user id decides, so that only one of two rivals gets as far as the VPA.
            case RESERVED ->
                unconfirmed.take(1).map(alias -> claim(applicant, alias)).asJava();
            case CLAIMED -> open(applicant);
            case ACTIVATING ->
                unconfirmed.map(alias -> activate(applicant, alias)).asJava();
            case GIVING_BACK ->
                unconfirmed.map(alias -> giveBack(applicant, alias)).asJava();
            case ACTIVE -> List.of();
        };
    }

    private Effect claim(Applicant applicant, String alias) {
        ClaimAlias claim = new ClaimAlias(
                alias, applicant.account(), applicant.name(), applicant.email(), applicant.number(), applicant.owner());
        return Effect.send(slices.directory(alias), claim);
    }

    private List<Effect> open(Applicant applicant) {
        OpenWallet open =
                new OpenWallet(applicant.account(), applicant.bonus(), applicant.email(), applicant.merchant());
        // Not answered: a payer that the fraud screen was not told about only counts as new from its first payment on.
        EnrolPayer enrol = new EnrolPayer(applicant.account(), applicant.reservedAt());
        return List.of(
                Effect.send(slices.wallets(applicant.account()), open),
                Effect.send(slices.fraud(applicant.account()), enrol));
    }

    private Effect activate(Applicant applicant, String alias) {
        ActivateAlias activate = new ActivateAlias(alias, applicant.account(), applicant.email(), applicant.number());
        return Effect.send(slices.directory(alias), activate);
    }

    private Effect giveBack(Applicant applicant, String alias) {
        UnclaimAlias unclaim = new UnclaimAlias(alias, applicant.account(), applicant.email(), applicant.number());
        return Effect.send(slices.directory(alias), unclaim);
    }
}
