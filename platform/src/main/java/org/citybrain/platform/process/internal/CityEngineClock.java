package org.citybrain.platform.process.internal;

import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.citybrain.platform.clock.CityTime;
import org.flowable.common.engine.impl.runtime.Clock;

/** The engine's clock is the city's: a notice of seven days lasts seven city days. Nobody may set it here. */
final class CityEngineClock implements Clock {
    private final CityTime city;

    CityEngineClock(CityTime city) {
        this.city = city;
    }

    @Override
    public Date getCurrentTime() {
        return Date.from(city.clock().instant());
    }

    @Override
    public Calendar getCurrentCalendar() {
        return getCurrentCalendar(getCurrentTimeZone());
    }

    @Override
    public Calendar getCurrentCalendar(TimeZone zone) {
        Calendar calendar = new GregorianCalendar(zone);
        calendar.setTime(getCurrentTime());
        return calendar;
    }

    @Override
    public TimeZone getCurrentTimeZone() {
        return TimeZone.getTimeZone(CityDays.ZONE);
    }

    @Override
    public void setCurrentTime(Date time) {
        throw new UnsupportedOperationException("the city clock is set at its own door");
    }

    @Override
    public void setCurrentCalendar(Calendar calendar) {
        throw new UnsupportedOperationException("the city clock is set at its own door");
    }

    @Override
    public void reset() {
        // The city clock has no state here that could be reset.
    }
}
