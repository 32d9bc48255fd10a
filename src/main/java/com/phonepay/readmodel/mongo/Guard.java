package com.phonepay.readmodel.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.phonepay.readmodel.Origin;
import com.phonepay.readmodel.ViewDocument;
import org.bson.conversions.Bson;

/** Which stored documents a write may replace. Asked twice: of what was read, to spare the write, and by the write itself. */
enum Guard {
    /** Those from an earlier event. */
    OLDER {
        @Override
        Bson filter(Origin origin) {
            return or(lt(Stored.SEQUENCE, origin.sequence()), sameRow(origin, lt(Stored.INDEX, origin.index())));
        }

        @Override
        boolean replaces(ViewDocument ours, ViewDocument stored) {
            return stored.origin().compareTo(ours.origin()) < 0;
        }
    },
    /** Those from the same event too, so that a damaged one is written anew. */
    NOT_NEWER {
        @Override
        Bson filter(Origin origin) {
            return or(lt(Stored.SEQUENCE, origin.sequence()), sameRow(origin, lte(Stored.INDEX, origin.index())));
        }

        @Override
        boolean replaces(ViewDocument ours, ViewDocument stored) {
            return stored.origin().compareTo(ours.origin()) <= 0 && !stored.equals(ours);
        }
    };

    /** What must be true of the stored document besides its id. */
    abstract Bson filter(Origin origin);

    /** Whether ours would change anything, as far as the stored one was read rightly and is still the same. */
    abstract boolean replaces(ViewDocument ours, ViewDocument stored);

    private static Bson sameRow(Origin origin, Bson index) {
        return and(eq(Stored.SEQUENCE, origin.sequence()), index);
    }
}
