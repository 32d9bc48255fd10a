package com.phonepay.jobs.reconcile;

import com.phonepay.jobs.lake.InputCounter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;

/** (reference, what a line of the other list says). A line that makes no sense is counted as malformed. */
public final class TheirSide extends Mapper<LongWritable, Text, Text, Claim> {
    private final Claim claim = new Claim();
    private String header = "";
    private int columns;
    private int reference;
    private int amount;
    private int status;

    @Override
    protected void setup(Context context) {
        header = context.getConfiguration().get(Reconciliation.HEADER);
        List<String> names = Csv.split(header);
        columns = names.size();
        reference = names.indexOf(context.getConfiguration().get(Reconciliation.KEY));
        amount = names.indexOf("amount");
        status = names.indexOf("status");
    }

    @Override
    protected void map(LongWritable offset, Text line, Context context) throws IOException, InterruptedException {
        String text = line.toString();
        if (text.isBlank() || (offset.get() == 0 && text.equals(header))) {
            return;
        }
        List<String> cells = Csv.split(text);
        if (cells.size() != columns || cells.get(reference).isEmpty()) {
            context.getCounter(InputCounter.MALFORMED).increment(1);
            return;
        }
        try {
            long paise = new BigDecimal(cells.get(amount)).movePointRight(2).longValueExact();
            claim.set(false, paise, status < 0 ? "" : cells.get(status));
        } catch (ArithmeticException | NumberFormatException notMoney) {
            context.getCounter(InputCounter.MALFORMED).increment(1);
            return;
        }
        context.getCounter(InputCounter.RECORDS).increment(1);
        context.write(new Text(cells.get(reference)), claim);
    }
}
