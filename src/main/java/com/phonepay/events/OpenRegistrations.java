package com.phonepay.events;

import com.phonepay.directory.Aliases;
import com.phonepay.directory.Applicant;
import com.phonepay.directory.DirectoryEvent;
import com.phonepay.protocol.MerchantProfile;
import com.phonepay.slice.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registrations of one slice that have begun and not ended: the end alone does not say whose it was. */
final class OpenRegistrations {
    private final Map<String, Open> open = new LinkedHashMap<>();

    private record Open(Applicant applicant, Position before) {}

    /** The position after which everything that is still open was begun; empty where nothing is. */
    Optional<Position> oldest() {
        return open.values().stream().findFirst().map(Open::before);
    }

    /** Notes the event; returns who is registered where the event is the end. */
    Optional<AccountRegistered> note(DirectoryEvent event, Position before) {
        if (event instanceof DirectoryEvent.RegistrationReserved reserved) {
            open.put(reserved.applicant().email(), new Open(reserved.applicant(), before));
        } else if (event instanceof DirectoryEvent.RegistrationRefused refused) {
            open.remove(refused.email());
        } else if (event instanceof DirectoryEvent.RegistrationAbandoned abandoned) {
            open.remove(abandoned.email());
        } else if (event instanceof DirectoryEvent.RegistrationCompleted completed) {
            return Optional.ofNullable(open.remove(completed.email()))
                    .map(known -> registered(known.applicant(), completed.at()));
        }
        return Optional.empty();
    }

    private static AccountRegistered registered(Applicant applicant, long at) {
        return new AccountRegistered(
                applicant.account().value(),
                applicant.name(),
                Aliases.plain(applicant.vpa()),
                terms(applicant.merchant()),
                at);
    }

    private static AccountRegistered.@Nullable MerchantTerms terms(@Nullable MerchantProfile merchant) {
        return merchant == null
                ? null
                : new AccountRegistered.MerchantTerms(
                        merchant.owner().value(),
                        merchant.plan().mdrBasisPoints(),
                        merchant.plan().taxBasisPoints());
    }
}
