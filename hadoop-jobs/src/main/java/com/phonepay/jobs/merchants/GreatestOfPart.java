package com.phonepay.jobs.merchants;

import com.phonepay.jobs.shuffle.SortedKey;
import com.phonepay.jobs.shuffle.Tally;
import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;

/** The greatest sums of one part, keyed so that the greatest of all come first. Equal sums come in order of their names. */
public final class GreatestOfPart extends Mapper<Text, Tally, SortedKey, ReceiverSum> {
    /** The worst of those kept is at the head, to be thrown out first. */
    private static final Comparator<Candidate> WORST_FIRST =
            Comparator.comparingLong(Candidate::paise).thenComparing(Candidate::receiver, Comparator.reverseOrder());

    private static final Utf8 ONE_GROUP = new Utf8("");

    private final PriorityQueue<Candidate> kept = new PriorityQueue<>(WORST_FIRST);
    private int top;

    private record Candidate(String receiver, long payments, long paise) {}

    @Override
    protected void setup(Context context) {
        top = context.getConfiguration().getInt(TopMerchants.TOP, 0);
    }

    @Override
    protected void map(Text receiver, Tally sum, Context context) {
        if (kept.size() < top || sum.paise() >= kept.element().paise()) {
            kept.add(new Candidate(receiver.toString(), sum.count(), sum.paise()));
            if (kept.size() > top) {
                kept.remove();
            }
        }
    }

    @Override
    protected void cleanup(Context context) throws IOException, InterruptedException {
        SortedKey key = new SortedKey();
        ReceiverSum value = new ReceiverSum();
        for (Candidate candidate : kept) {
            key.set(0, ONE_GROUP, -candidate.paise());
            context.write(key, value.set(candidate.receiver(), candidate.payments(), candidate.paise()));
        }
    }
}
