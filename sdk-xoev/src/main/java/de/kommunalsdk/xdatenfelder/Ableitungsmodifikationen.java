/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.Optional;

/** What those who derive a schema of their own from this one may change; empty when absent. */
public record Ableitungsmodifikationen(Optional<InStruktur> struktur, Optional<InRepraesentation> repraesentation) {

    /** Nothing is said. */
    public static final Ableitungsmodifikationen KEINE =
            new Ableitungsmodifikationen(Optional.empty(), Optional.empty());

    /** Code list xdatenfelder.ableitungsmodifikationenStruktur 1.0. */
    public enum InStruktur implements Codiert {
        NICHT_MODIFIZIERBAR,
        NUR_EINSCHRAENKBAR,
        NUR_ERWEITERBAR,
        ALLES_MODIFIZIERBAR;

        @Override
        public String code() {
            return Integer.toString(ordinal());
        }
    }

    /** Code list xdatenfelder.ableitungsmodifikationenRepraesentation 1.0. */
    public enum InRepraesentation implements Codiert {
        NICHT_MODIFIZIERBAR,
        MODIFIZIERBAR;

        @Override
        public String code() {
            return Integer.toString(ordinal());
        }
    }
}
