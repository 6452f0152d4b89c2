/* SPDX-License-Identifier: EUPL-1.2 */
/** XML without surprises: no DTD, no external access, limits. All XML of the SDK is read through this room. */
@NullMarked
package de.kommunalsdk.xml;

import org.jspecify.annotations.NullMarked;
