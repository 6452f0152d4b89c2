/* SPDX-License-Identifier: EUPL-1.2 */
/** Data standards: XDatenfelder, XFall, DIN 91379. */
module de.kommunalsdk.xoev {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires transitive de.kommunalsdk.core;

    exports de.kommunalsdk.xdatenfelder;
    exports de.kommunalsdk.xdatenfelder.pruefung;
    exports de.kommunalsdk.xfall;
    exports de.kommunalsdk.zeichen;
}
