/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.testkit.konto;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** The log of these tests: keeps the warnings of the login's pages and drops all else. */
public final class Mitschrift implements SLF4JServiceProvider {

    static final List<String> WARNUNGEN = new CopyOnWriteArrayList<>();

    private final IMarkerFactory marken = new BasicMarkerFactory();
    private final MDCAdapter umstaende = new NOPMDCAdapter();

    @Override
    public void initialize() {}

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> name.startsWith("de.kommunalsdk.servicekonto.servlet.") ? new Schreiber() : NOPLogger.NOP_LOGGER;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return marken;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return umstaende;
    }

    private static final class Schreiber extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1L;

        @Override
        protected void handleNormalizedLoggingCall(
                Level stufe,
                @Nullable Marker marke,
                String muster,
                @Nullable Object @Nullable [] werte,
                @Nullable Throwable fehler) {
            WARNUNGEN.add(MessageFormatter.basicArrayFormat(muster, werte).strip());
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
