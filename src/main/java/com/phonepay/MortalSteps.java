package com.phonepay;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.ops.fault.FailPoints;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.slice.akka.StepWatch;

/**
 * Hears the same, but in a test the node may die at any moment of a row's life. A place is called after the slice's type,
 * the event and the moment: {@code transactions.Decided.durable}. Before it is {@code writing} only the owner knows of the
 * row; when {@code durable} nobody was told; when {@code released} everybody was.
 */
record MortalSteps(StepWatch steps, FailPoints failPoints) implements StepWatch {

    static StepWatch around(StepWatch steps, FailPoints failPoints) {
        return failPoints.isOff() ? steps : new MortalSteps(steps, failPoints);
    }

    @Override
    public long decided(SliceAddress slice, Row row) {
        passed(slice, row, "writing");
        return steps.decided(slice, row);
    }

    @Override
    public void durable(SliceAddress slice, Row row) {
        passed(slice, row, "durable");
        steps.durable(slice, row);
    }

    @Override
    public void released(SliceAddress slice, Row row, long decided) {
        passed(slice, row, "released");
        steps.released(slice, row, decided);
    }

    private void passed(SliceAddress slice, Row row, String moment) {
        for (Recorded recorded : row.events()) {
            failPoints.passed(
                    slice.type().label() + "." + recorded.event().getClass().getSimpleName() + "." + moment);
        }
    }

    @Override
    public void asked(SliceAddress to, Message message) {
        steps.asked(to, message);
    }

    @Override
    public void answered(SliceAddress by, Answer answer) {
        steps.answered(by, answer);
    }

    @Override
    public void sent(SliceAddress from, SliceAddress to, Message message) {
        steps.sent(from, to, message);
    }

    @Override
    public void received(SliceAddress at, String from, Message message) {
        steps.received(at, from, message);
    }

    @Override
    public void replied(SliceAddress from, Answer answer) {
        steps.replied(from, answer);
    }

    @Override
    public void activated(SliceAddress slice, long epoch) {
        steps.activated(slice, epoch);
    }

    @Override
    public void ended(SliceAddress slice, String why) {
        steps.ended(slice, why);
    }
}
