package com.phonepay.directory;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The immutable state of one directory slice.
 *
 * @param registrations by e-mail alias
 * @param open e-mail aliases of the registrations that have not ended
 * @param aliases all others that belong to this slice
 * @param sessions of the accounts whose id belongs to this slice
 * @param lastNumber the number of the last registration that began here
 */
public record DirectoryState(
        HashMap<String, Registration> registrations,
        HashSet<String> open,
        HashMap<String, AliasClaim> aliases,
        Memories memories,
        long lastNumber,
        Sessions sessions) {
    static final DirectoryState EMPTY =
            new DirectoryState(HashMap.empty(), HashSet.empty(), HashMap.empty(), Memories.NONE, 0, Sessions.NONE);

    @Nullable
    Registration registration(String email) {
        return registrations.get(email).getOrNull();
    }

    @Nullable
    AliasClaim claim(String alias) {
        return aliases.get(alias).getOrNull();
    }

    boolean isTaken(String alias) {
        return aliases.containsKey(alias) || registrations.containsKey(alias);
    }

    DirectoryState with(Registration registration) {
        String email = registration.applicant().email();
        return new DirectoryState(
                registrations.put(email, registration),
                registration.stage().isOpen() ? open.add(email) : open.remove(email),
                aliases,
                memories,
                Math.max(lastNumber, registration.applicant().number()),
                sessions);
    }

    DirectoryState changed(String email, UnaryOperator<Registration> change) {
        Registration registration = registration(email);
        return registration == null ? this : with(change.apply(registration));
    }

    DirectoryState without(Registration registration) {
        String email = registration.applicant().email();
        return new DirectoryState(
                registrations.remove(email), open.remove(email), aliases, memories, lastNumber, sessions);
    }

    DirectoryState with(String alias, AliasClaim claim) {
        return new DirectoryState(registrations, open, aliases.put(alias, claim), memories, lastNumber, sessions);
    }

    DirectoryState withoutAlias(String alias) {
        return new DirectoryState(registrations, open, aliases.remove(alias), memories, lastNumber, sessions);
    }

    DirectoryState with(Memories changed) {
        return new DirectoryState(registrations, open, aliases, changed, lastNumber, sessions);
    }

    DirectoryState withLastNumber(long number) {
        return new DirectoryState(registrations, open, aliases, memories, Math.max(lastNumber, number), sessions);
    }

    DirectoryState with(Sessions changed) {
        return new DirectoryState(registrations, open, aliases, memories, lastNumber, changed);
    }
}
