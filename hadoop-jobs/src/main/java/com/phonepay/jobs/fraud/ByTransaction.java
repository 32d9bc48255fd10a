package com.phonepay.jobs.fraud;

import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.shuffle.SortedKey;
import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Mapper;

/** ((transaction, screening before refunds), what was said or given back). */
public final class ByTransaction extends Mapper<NullWritable, GenericRecord, SortedKey, Said> {
    static final String NO_RULE = "-";

    private static final String SCREENING = Topic.FRAUD_SCREENED.schema().getName();
    private static final int FIRST = 0;
    private static final int THEN = 1;

    private final SortedKey key = new SortedKey();
    private final Said said = new Said();

    @Override
    protected void map(NullWritable none, GenericRecord record, Context context)
            throws IOException, InterruptedException {
        long paise = Texts.number(record, "amount_paise");
        if (record.getSchema().getName().equals(SCREENING)) {
            String rules = rules((List<?>) record.get("reasons"));
            said.set(Texts.text(record, "verdict").toString(), rules, paise, Texts.number(record, "screened_at"));
            context.write(key.set(0, Texts.text(record, "transaction_id"), FIRST), said);
            return;
        }
        Utf8 original = Texts.textOrNull(record, "original_transaction_id");
        if (original != null) {
            context.write(key.set(0, original, THEN), said.set("", "", paise, 0));
        }
    }

    private static String rules(List<?> reasons) {
        return reasons.isEmpty()
                ? NO_RULE
                : reasons.stream()
                        .map(reason -> reason.toString().replaceAll("\\s+", " "))
                        .collect(Collectors.joining("\n"));
    }
}
