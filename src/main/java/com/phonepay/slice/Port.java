package com.phonepay.slice;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import java.util.List;

/** What a slice needs of the world. Every call returns at once; answers come back as calls on the {@link SliceCore}. */
public interface Port<S> {
    /** The wall clock, milliseconds since 1970. */
    long clock();

    Recorded encode(Event event);

    /** Writes a row; answered by {@link SliceCore#appended}, or by the end of this core where the outcome is unknown. */
    void append(Row row);

    /** Reads the slice's epoch at SERIAL, retrying for as long as it takes; answered by {@link SliceCore#epochRead}. */
    void readEpoch(long token);

    /** Asks for a call of {@link SliceCore#flush} in a few milliseconds. */
    void flushSoon();

    void send(List<Envelope> envelopes);

    void reply(Caller caller, Answer answer);

    void alarm(Effect.Alarm alarm);

    /** The slice is active: recovery is pinned, commands are decided from now on. */
    void activated(Released<S> released);

    /** Rows up to here are released: readers may go on. */
    void released(Position position);

    void snapshot(Released<S> released);

    /** A message that was not taken: too old, from a superseded owner, or the buffer was full. Counted, never silent. */
    void dropped(Envelope envelope, String why);

    /** Another owner has a higher epoch. This core does nothing from now on. */
    void superseded(long byEpoch);
}
