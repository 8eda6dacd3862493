package com.encvoy.keycloak.application;

/** Contrast ratio of two colours (WCAG 2.2, success criterion 1.4.3). */
public final class Contrast {

    /** Minimum for text of normal size, level AA. */
    public static final double AA = 4.5;

    private Contrast() {}

    /**
     * @param one such as {@code #4c6ad4}
     * @return 1 to 21
     */
    public static double ratio(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Black or white, whichever contrasts better; one of them always meets level AA. */
    public static String readableOn(String background) {
        return ratio("#ffffff", background) >= ratio("#000000", background) ? "#ffffff" : "#000000";
    }

    private static double luminance(String color) {
        return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
    }

    private static double channel(String color, int position) {
        double value = Integer.parseInt(color.substring(position, position + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
